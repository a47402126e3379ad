/* From a picture to a chart: crop, tone, colours, yarns, clean-up, with a live preview; the server draws the final chart. */
import { getKnots, post } from "../keeping/post.js";
import { channels } from "./colour.js";
import { Cropping } from "./cropping.js";
import { element, say } from "../words.js";

const MOST_PIXELS = 16e6; /* what the preview reads of a picture; the server reads all of it */

export class Desk {
  constructor(easel, keeper) {
    this.easel = easel;
    this.keeper = keeper;
    this.dialog = document.querySelector("[data-picture]");
    this.form = this.dialog.querySelector("form");
    this.canvas = this.dialog.querySelector("[data-preview]");
    this.told = this.dialog.querySelector("[data-picture-told]");
    this.cropping = new Cropping(this.dialog.querySelector("[data-crop]"), () => this.wish());
    this.form.elements.file.addEventListener("change", () => this.read());
    this.form.addEventListener("input", (event) => event.target.name !== "file" && this.wish());
    this.form.addEventListener("submit", (event) => this.send(event));
    this.dialog.querySelector("[data-close]").addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("close", () => this.easel.stage.place.focus());
    this.took = []; /* ms from a change to the picture of it */
    this.listYarns();
  }

  open() {
    if (!this.easel.isReadOnly) {
      this.dialog.showModal();
    }
  }

  /* The workshop's own yarns; those with nothing in stock are not ticked. */
  listYarns() {
    const lines = this.easel.facts.yarns.map((yarn) => {
      const label = element("label", "check");
      const box = element("input");
      box.type = "checkbox";
      box.name = "yarn";
      box.value = yarn.code;
      box.checked = yarn.grams === null || yarn.grams > 0;
      const ball = element("span", "yarn");
      ball.style.setProperty("background-color", yarn.hex);
      label.append(box, ball, element("span", "", yarn.name));
      return label;
    });
    this.dialog.querySelector("[data-yarns]").replaceChildren(...lines);
  }

  async read() {
    const [file] = this.form.elements.file.files;
    if (!file) {
      return;
    }
    this.file = file;
    this.isRead = false;
    this.tell(say("reading"));
    const { wide, high } = this.easel.sheet;
    try {
      const found = await this.easel.beside.ask("picture", { file, wide, high, symmetry: this.easel.facts.symmetry, most: MOST_PIXELS });
      this.cropping.open(found.bitmap, wide * this.easel.cell / high);
      this.isRead = true;
      this.dialog.querySelector("[data-picture-work]").hidden = false;
      this.wish();
    } catch (error) {
      this.tell(say("pictureUnread"));
    }
  }

  asked() {
    const { elements } = this.form;
    const number = (name) => Number(elements[name].value);
    return {
      crop: this.cropping.crop,
      tone: { brightness: number("brightness"), contrast: number("contrast"), saturation: number("saturation") },
      colours: Math.max(1, number("colours")),
      yarns: this.allowed().map(({ yarn, index }) => ({ index, hex: yarn.hex })),
      passes: elements.isolated.checked ? 4 : 0,
      least: number("islands")
    };
  }

  /* The ticked yarns with their place among all the unit's. */
  allowed() {
    const ticked = new Set(Array.from(this.form.querySelectorAll('[name="yarn"]:checked'), (box) => box.value));
    return this.easel.facts.yarns.map((yarn, index) => ({ yarn, index })).filter(({ yarn }) => ticked.has(yarn.code));
  }

  /* Something changed: one preview at a time, and the newest wish after it. */
  async wish() {
    if (!this.isRead) {
      return;
    }
    this.changedAt = this.changedAt || performance.now();
    if (this.isAsking) {
      return;
    }
    const wish = this.asked();
    if (!wish.yarns.length) {
      this.tell(say("noYarnTicked"));
      this.changedAt = 0;
      return;
    }
    this.isAsking = true;
    const begun = this.changedAt;
    this.changedAt = 0;
    try {
      this.paint(await this.easel.beside.ask("preview", { wish }));
      window.requestAnimationFrame(() => this.took.push(performance.now() - begun));
    } finally {
      this.isAsking = false;
    }
    if (this.changedAt) {
      this.wish();
    }
  }

  paint(found) {
    const { wide, high } = this.easel.sheet;
    const pixels = new Uint32Array(256);
    this.easel.facts.yarns.forEach((yarn, index) => {
      const [red, green, blue] = channels(yarn.hex);
      pixels[index] = 255 << 24 | blue << 16 | green << 8 | red;
    });
    if (this.canvas.width !== wide || this.canvas.height !== high) {
      this.canvas.width = wide;
      this.canvas.height = high;
      this.canvas.style.setProperty("aspect-ratio", wide * this.easel.cell + " / " + high);
    }
    const context = this.canvas.getContext("2d");
    const image = context.createImageData(wide, high);
    const out = new Uint32Array(image.data.buffer);
    for (let at = 0; at < out.length; at += 1) {
      out[at] = pixels[found.knots[at]];
    }
    context.putImageData(image, 0, 0);
    this.chosen = found.yarns.map((index) => this.easel.facts.yarns[index]);
    this.tellCounts(found);
  }

  /* How many colours it has, and which of them the stock does not cover. */
  tellCounts(found) {
    const short = found.yarns.filter((index) => {
      const yarn = this.easel.facts.yarns[index];
      return yarn.grams !== null && found.counts[index] * yarn.gramsAKnot > yarn.grams;
    });
    const names = short.map((index) => this.easel.facts.yarns[index].name).join(document.documentElement.lang === "ar" ? "، " : ", ");
    const used = found.yarns.filter((index) => found.counts[index]).length;
    this.tell(say("colours", { count: used }) + (short.length ? " · " + say("shortYarns", { yarns: names }) : ""));
  }

  /* What the server drew becomes one step like any other: it can be taken back. */
  async take(body) {
    const { easel, keeper } = this;
    const cells = new Uint8Array(easel.sheet.cells.length);
    await getKnots(easel.facts.knots, cells);
    keeper.standsAt(body.revision, body.palette, cells.slice()); /* not before its knots are here: else a stroke would draw over a chart not seen */
    const known = new Map(easel.facts.yarns.map((yarn) => [yarn.code, yarn]));
    easel.draft.setYarns(body.palette.map((code) => known.get(code)), "picture", cells);
    this.dialog.close();
    this.tell("");
    easel.say(say("drawn"));
  }

  tell(text) {
    this.told.textContent = text;
  }

  async send(event) {
    event.preventDefault();
    if (!this.isRead || this.isSending) {
      return;
    }
    this.isSending = true;
    this.tell(say("drawing"));
    if (await this.keeper.now()) {
      await this.deliver();
    } else {
      this.tell(say("failed"));
    }
    this.isSending = false;
  }

  async deliver() {
    const wish = this.asked();
    const envelope = new FormData();
    envelope.set("picture", this.file, this.file.name);
    envelope.set("wish", JSON.stringify({ ...wish, yarns: (this.chosen || []).map((yarn) => yarn.code) }));
    envelope.set("revision", String(this.keeper.revision));
    try {
      const answer = await post(this.easel.facts.picture, envelope);
      if (answer.status === 200) {
        await this.take(answer.body);
      } else {
        this.tell(answer.body.message || say("failed"));
      }
    } catch (error) {
      this.tell(say("offline"));
    }
  }
}
