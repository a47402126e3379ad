/* The stage: two sheets of canvas one over the other, painted once a frame when something changed. */
import { Camera } from "./camera.js";
import { MiniMap } from "./minimap.js";
import { Signs } from "./signs.js";
import { Tiles } from "./tiles.js";
import { paintGround } from "./ground.js";
import { paintMarks } from "./marks.js";
import { paintRulers } from "./rulers.js";

const BARE = "#fbf8f1"; /* bare warp: a knot that has no colour yet */

export class Stage {
  constructor(place, draft, cell) {
    this.place = place;
    this.draft = draft;
    this.camera = new Camera(draft.sheet.wide, draft.sheet.high, cell);
    this.tiles = new Tiles(draft.sheet);
    this.signs = new Signs();
    this.below = place.querySelector("[data-ground]");
    this.above = place.querySelector("[data-marks]");
    this.map = new MiniMap(document.querySelector("[data-map]"), this);
    this.shown = {
      isGridded: true, isSigned: false, symmetry: "none", lonely: [], lonelyAt: -1, ghosts: [], selection: null,
      cursor: null, march: 0
    };
    this.isDue = false;
    this.waiting = []; /* for a frame in which nothing is missing */
    this.isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.frames = [];
    this.watch();
    this.dye();
  }

  watch() {
    new ResizeObserver(() => this.resize()).observe(this.place);
    this.draft.changed.listen((news) => (news.yarns ? this.dye() : this.look()));
    const restyle = () => { this.look_ = null; this.look(); };
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
    document.fonts.ready.then(restyle);
    window.setInterval(() => this.marchOn(), 120);
  }

  marchOn() {
    if (this.shown.selection && !this.isStill && document.visibilityState === "visible") {
      this.shown.march = (this.shown.march + 1) % 11;
      this.look();
    }
  }

  resize() {
    const { clientWidth, clientHeight } = this.place;
    this.ratio = window.devicePixelRatio || 1;
    [this.below, this.above].forEach((canvas) => {
      canvas.width = Math.round(clientWidth * this.ratio);
      canvas.height = Math.round(clientHeight * this.ratio);
    });
    this.camera.resize(clientWidth, clientHeight);
    this.paint();
  }

  dye() {
    this.tiles.dye(this.draft.yarns.map((yarn) => yarn.hex), BARE);
    this.signs.dye(this.draft.yarns);
    this.look();
  }

  /* Something is to be shown. */
  look() {
    if (!this.isDue) {
      this.isDue = true;
      window.requestAnimationFrame(() => this.paint());
    }
  }

  get style() {
    if (!this.look_) {
      const values = getComputedStyle(document.documentElement);
      const value = (name) => values.getPropertyValue(name).trim();
      this.look_ = { ground: value("--sunk"), ink: value("--ink-soft"), line: value("--thread-strong"), font: value("--font-text") };
    }
    return this.look_;
  }

  paint() {
    this.isDue = false;
    const begun = performance.now();
    this.tiles.refresh();
    const ground = this.below.getContext("2d", { alpha: false });
    ground.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    ground.fillStyle = this.style.ground;
    ground.fillRect(0, 0, this.place.clientWidth, this.place.clientHeight);
    let isWhole = paintGround(ground, this.camera, this.tiles, this.ratio);
    const marks = this.above.getContext("2d");
    marks.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    marks.clearRect(0, 0, this.place.clientWidth, this.place.clientHeight);
    if (this.shown.isSigned) {
      this.signs.paint(marks, this.camera, this.draft.sheet);
    }
    paintMarks(marks, this.camera, this.shown, this.ratio);
    paintRulers(marks, this.camera, this.style);
    isWhole = this.map.paint(this.ratio) && isWhole;
    this.frames.push(performance.now() - begun);
    this.frames.splice(0, this.frames.length - 240);
    if (this.onpaint) {
      this.onpaint();
    }
    if (isWhole) {
      this.waiting.splice(0).forEach((resolve) => resolve());
    } else {
      this.look();
    }
  }

  /* Resolves when everything that is in sight has been painted. */
  whole() {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.look();
    });
  }
}
