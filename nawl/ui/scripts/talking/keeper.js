/* The keeper (service worker) of one talking chart: its scope is that page alone. The page comes from the network where there is one soon,
   else from the device; everything else that the page kept comes from the device at once. */
const KEPT = "nawl-talking " + self.location.pathname;
const PATIENCE = 5000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", function (event) {
  const isOwn = new URL(event.request.url).origin === self.location.origin;
  const isPage = event.request.mode === "navigate";
  const isFresh = !isPage && ["no-store", "reload"].includes(event.request.cache); // wanted as the server has it, not as it was kept
  if (event.request.method === "GET" && isOwn && !isFresh) {
    event.respondWith(isPage ? page(event.request) : rest(event.request));
  }
});

async function kept(request) {
  const cache = await caches.open(KEPT);
  return cache.match(request, { ignoreVary: true });
}

async function page(request) {
  const slow = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const asked = fetch(request);
  try {
    const answer = await Promise.race([asked, slow]);
    return answer && answer.status < 500 ? answer : (await kept(request)) || (await asked);
  } catch (error) {
    return (await kept(request)) || Response.error();
  }
}

async function rest(request) {
  return (await kept(request)) || fetch(request);
}
