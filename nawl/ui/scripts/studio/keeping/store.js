/* What this device keeps of its reader's charts: strokes that the server does not have yet, a sending whose answer was
   lost, and old steps that memory gave away. Without a store everything lives as long as the page. */
const NAME = "nawl-studio-";
const SHELVES = ["strokes", "sendings", "attic"];

export class Store {
  constructor(user, chart) {
    this.chart = chart;
    this.opening = open(NAME + user);
    this.isLasting = true;
    this.opening.catch(() => { this.isLasting = false; });
  }

  async shelf(name, mode) {
    const base = await this.opening;
    return base.transaction(name, mode).objectStore(name);
  }

  async add(stroke) {
    return done((await this.shelf("strokes", "readwrite")).add({ chart: this.chart, ...stroke }));
  }

  /* Strokes of this chart, the oldest first, each with the number it was kept under. */
  async strokes() {
    const shelf = await this.shelf("strokes", "readonly");
    return done(shelf.index("chart").getAll(this.chart));
  }

  /* Strokes up to `last` have reached the server; those behind it now stand on the revision that it gave. */
  async forget(last, revision = null) {
    const strokes = await this.strokes();
    const shelf = await this.shelf("strokes", "readwrite");
    await Promise.all(strokes.map((stroke) => {
      if (stroke.number <= last) {
        return done(shelf.delete(stroke.number));
      }
      return revision === null ? null : done(shelf.put({ ...stroke, revision }));
    }));
  }

  async putSending(sending) {
    return done((await this.shelf("sendings", "readwrite")).put(sending, this.chart));
  }

  async sending() {
    return done((await this.shelf("sendings", "readonly")).get(this.chart));
  }

  async dropSending() {
    return done((await this.shelf("sendings", "readwrite")).delete(this.chart));
  }
}

/* Where the history's oldest steps go; they belong to one opening of the page. */
export class Attic {
  constructor(store) {
    this.store = store;
    this.opening = Date.now() + "-" + Math.random().toString(36).slice(2);
  }

  key(number) {
    return this.store.chart + " " + this.opening + " " + number;
  }

  async put(number, delta) {
    return done((await this.store.shelf("attic", "readwrite")).put(delta, this.key(number)));
  }

  async get(number) {
    return done((await this.store.shelf("attic", "readonly")).get(this.key(number)));
  }

  async drop(number) {
    return done((await this.store.shelf("attic", "readwrite")).delete(this.key(number)));
  }

  /* Steps of earlier openings are of no use any more. */
  async sweep() {
    const shelf = await this.store.shelf("attic", "readwrite");
    return done(shelf.delete(IDBKeyRange.bound(this.store.chart + " ", this.store.chart + "!")));
  }
}

function open(name) {
  return new Promise((resolve, reject) => {
    const asking = window.indexedDB.open(name, 1);
    asking.onupgradeneeded = () => {
      const strokes = asking.result.createObjectStore(SHELVES[0], { keyPath: "number", autoIncrement: true });
      strokes.createIndex("chart", "chart");
      SHELVES.slice(1).forEach((shelf) => asking.result.createObjectStore(shelf));
    };
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
    asking.onblocked = () => reject(new Error("blocked"));
  });
}

function done(asking) {
  return new Promise((resolve, reject) => {
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
}
