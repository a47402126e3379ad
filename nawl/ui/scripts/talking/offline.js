/* On the web: keep the page and all that it loaded on the device, so that it opens at the loom without a network. */
const KEPT = "nawl-talking ";
let isForgotten = false;

async function keepOnDevice() {
  if (!start.keeperUrl) {
    return;
  }
  try {
    await navigator.serviceWorker.register(start.keeperUrl);
    await navigator.serviceWorker.ready;
    const faces = Array.from(document.fonts).filter((face) => face.family.includes("Nawl "));
    await Promise.all(faces.map((face) => face.load()));
    const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
    const own = loaded.filter((name) => name.startsWith(window.location.origin) && !name.includes(start.keeperUrl));
    const cache = await window.caches.open(KEPT + start.keeperUrl);
    await forgetOlder(cache, own);
    await Promise.all(Array.from(new Set(own.concat(window.location.pathname))).map((name) => keep(cache, name)));
    part("forget").hidden = false;
  } catch (error) { // no secure address, or no room: the page works as long as it is open
    part("kept").textContent = words["not-kept"];
  }
  part("kept").hidden = false;
}

/* What is named by its content is kept once; the page itself is kept anew each time. */
async function keep(cache, name) {
  if (name !== window.location.pathname && (await cache.match(name, { ignoreVary: true }))) {
    return;
  }
  const isPage = name === window.location.pathname; // past the keeper, which would give back what it has
  const answer = await fetch(name, { credentials: "same-origin", cache: isPage ? "no-store" : "default" });
  if (!answer.ok || answer.redirected) {
    throw new Error("talking: " + name + " " + answer.status);
  }
  await cache.put(name, answer);
}

async function forgetOlder(cache, wanted) {
  const standing = await cache.keys();
  const old = standing.filter((request) => request.url.includes("?v=") && !wanted.includes(request.url));
  await Promise.all(old.map((request) => cache.delete(request)));
}

/* Whoever lends the device on takes the chart and her row from it; opened again with a network, it is kept anew. */
async function forgetOnDevice() {
  if (!window.confirm(words["forget-ask"])) {
    return;
  }
  isForgotten = true;
  forgetPlace();
  await window.caches.delete(KEPT + start.keeperUrl);
  const keeper = await navigator.serviceWorker.getRegistration(start.keeperUrl);
  if (keeper) {
    await keeper.unregister();
  }
  part("forget").hidden = true;
  part("kept").textContent = words.forgotten;
}
