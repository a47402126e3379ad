/* Which tool is in the hand; the keyboard's letters are the places of keys, so that they also work in Arabic. */
import { Dropper, Fill, Recolour } from "./fills.js";
import { Ellipse, Hand, Line, Pencil, Rectangle } from "./figures.js";
import { Select, settle } from "./carrying.js";

const READING = ["hand", "dropper", "select"]; /* tools that write nothing */

export class Tools {
  constructor(easel) {
    this.easel = easel;
    this.all = {
      hand: new Hand(), pencil: new Pencil(), line: new Line("line"), rectangle: new Rectangle("rectangle"),
      ellipse: new Ellipse("ellipse"), fill: new Fill(), dropper: new Dropper(), recolour: new Recolour(),
      select: new Select(), motif: new Select(), repeat: new Select(), border: new Select(), kufic: new Select()
    };
    this.name = easel.isReadOnly ? "hand" : "pencil";
    this.before = this.name;
    easel.tools = this;
    this.buttons = Array.from(document.querySelectorAll("[data-tool]"));
    this.buttons.forEach((button) => button.addEventListener("click", () => this.take(button.dataset.tool)));
    this.show();
  }

  get now() {
    return this.all[this.name];
  }

  may(name) {
    return !this.easel.isReadOnly || READING.includes(name);
  }

  take(name) {
    if (!this.all[name] || !this.may(name)) {
      return;
    }
    settle(this.easel);
    this.before = name === this.name ? this.before : this.name;
    this.name = name;
    this.show();
    this.easel.turned.ring("tool");
  }

  /* After a colour was taken up: back to what drew. */
  back() {
    if (this.before !== "dropper") {
      this.take(this.before);
    }
  }

  show() {
    this.buttons.forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.tool === this.name));
      button.disabled = !this.may(button.dataset.tool);
    });
    document.querySelectorAll("[data-options]").forEach((part) => {
      part.hidden = !part.dataset.options.split(" ").includes(this.name);
    });
    this.easel.stage.place.dataset.hand = this.name;
  }
}
