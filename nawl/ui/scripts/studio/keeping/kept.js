/* The draft that is open, kept on this device: the page with all that it loads, and the knots that the server has. So it
   opens again without a network, with the strokes from the store laid over; it goes when nobody is signed in any more. */
import { deflated, pour, toldBy } from "./post.js";

const KEPT = "nawl-talking "; /* the name under which the door finds what has to go */

export class Kept {
  constructor(facts, behind) {
    this.facts = facts;
    this.behind = behind;
    this.name = KEPT + facts.keeper;
    this.knots = facts.knots + "?kept";
    this.line = Promise.resolve();
    this.canKeep = !facts.readonly && Boolean(window.caches && navigator.serviceWorker && window.DecompressionStream);
  }

  /* What the server has now; one after another, the newest last. */
  put(revision, palette, cells) {
    if (this.canKeep && cells) {
      this.line = this.line.then(() => this.write(revision, palette, cells)).catch(() => {});
    }
    return this.line;
  }

  async write(revision, palette, cells) {
    const cache = await window.caches.open(this.name);
    const headers = { "X-Revision": String(revision), "X-Palette": ascii(JSON.stringify(palette)) };
    await cache.put(this.knots, new Response(await deflated(cells), { headers }));
  }

  /* The line is broken: pour what was kept into `cells`, and say what it is; null where nothing was, or older than the page. */
  async take(cells) {
    if (!this.canKeep) {
      return null;
    }
    const cache = await window.caches.open(this.name);
    const answer = await cache.match(this.knots);
    const told = answer ? toldBy(answer) : null;
    if (!told || told.revision < this.facts.revision) {
      return null;
    }
    const come = await pour(answer.body.pipeThrough(new window.DecompressionStream("deflate")), cells);
    return come === cells.length ? told : null;
  }

  /* Keep the page; true when it opens from now on without a network. */
  async page() {
    if (!this.canKeep) {
      return false;
    }
    await navigator.serviceWorker.register(this.facts.keeper);
    await navigator.serviceWorker.ready;
    const faces = Array.from(document.fonts).filter((face) => face.family.includes("Nawl "));
    await Promise.all(faces.map((face) => face.load()));
    const cache = await window.caches.open(this.name);
    const wanted = this.wanted();
    await Promise.all(wanted.map((name) => keep(cache, name)));
    await keep(cache, window.location.pathname, true);
    const standing = await cache.keys();
    const old = standing.filter(({ url }) => this.homes.some((home) => url.startsWith(home)) && !wanted.includes(url));
    await Promise.all(old.map((request) => cache.delete(request)));
    return true;
  }

  /* The second thread; styles, scripts and faces: everything that was loaded from where the programme's own files lie. */
  wanted() {
    const behind = new URL(this.behind, window.location.href).href;
    const [home] = document.querySelector("link[rel=stylesheet]").href.split("/ui/");
    this.homes = [home, behind.split("?")[0]];
    const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
    return Array.from(new Set([behind, ...loaded.filter((name) => name.startsWith(home))]));
  }
}

/* What is named by its content is kept once; the page itself is kept anew each time. */
async function keep(cache, name, isAnew = false) {
  if (!isAnew && await cache.match(name, { ignoreVary: true })) {
    return;
  }
  const answer = await fetch(name, { credentials: "same-origin", cache: isAnew ? "no-store" : "default" });
  if (!answer.ok || answer.redirected) {
    throw new Error("studio: " + name + " " + answer.status);
  }
  await cache.put(name, answer);
}

/* Headers bear plain signs only. */
function ascii(text) {
  return text.replace(/[^\x20-\x7e]/g, (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));
}
