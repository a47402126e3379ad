/* What a tool can be told: size, filled or not, symmetry, repeats, borders, turns. */
import { copy, cut, erase, paste, repeatSelection, settle, turn } from "../acting/carrying.js";
import { layBorder, takeUnit } from "../acting/edging.js";
import { SYMMETRIES } from "../drawing/symmetry.js";
import { say } from "../words.js";

export class Options {
  constructor(easel) {
    this.easel = easel;
    this.place = document.querySelector("[data-panel-options]");
    this.symmetryButton = document.querySelector("[data-symmetry-key]");
    this.inputs();
    this.buttons();
    easel.turned.listen((what) => this.show(what));
    this.show("symmetry");
  }

  field(name) {
    return document.querySelector('[name="' + name + '"]');
  }

  on(name, act) {
    document.querySelectorAll('[name="' + name + '"]').forEach((field) => field.addEventListener("change", () => act(field)));
  }

  inputs() {
    const { easel } = this;
    this.on("size", (field) => { easel.size = within(field, 1, 40); });
    this.on("filled", (field) => { easel.isFilled = field.checked; });
    this.on("symmetry", (field) => easel.hold(field.value));
    this.on("across", (field) => { easel.repeat.across = within(field, 1, 200); });
    this.on("down", (field) => { easel.repeat.down = within(field, 1, 200); });
    this.on("gap", (field) => { easel.repeat.gap = within(field, 0, 200); });
    this.on("half-drop", (field) => { easel.repeat.halfDrop = field.checked; });
  }

  buttons() {
    const { easel } = this;
    const acts = {
      copy: () => copy(easel), cut: () => cut(easel), paste: () => paste(easel), erase: () => erase(easel),
      across: () => turn(easel, "across"), over: () => turn(easel, "over"), quarter: () => turn(easel, "quarter"),
      lay: () => settle(easel), repeat: () => repeatSelection(easel), unit: () => takeUnit(easel),
      border: () => this.layBorder(),
      tidy: () => easel.clean({ passes: 4, least: within(this.field("least"), 1, 200) })
    };
    document.querySelectorAll("[data-act]").forEach((button) => {
      if (acts[button.dataset.act]) {
        button.addEventListener("click", acts[button.dataset.act]);
      }
    });
    this.symmetryButton.addEventListener("click", () => this.nextSymmetry());
  }

  layBorder() {
    const isLaid = layBorder(this.easel, within(this.field("inset"), 0, 500));
    this.easel.say(isLaid ? say("borderLaid") : say(this.easel.unit ? "borderNoRoom" : "borderNoUnit"));
  }

  /* The next symmetry; held down with the letter Y too. */
  nextSymmetry() {
    if (!this.easel.isReadOnly) {
      const at = SYMMETRIES.indexOf(this.easel.symmetry);
      this.easel.hold(SYMMETRIES[(at + 1) % SYMMETRIES.length]);
      this.easel.say(say("symmetry_" + this.easel.symmetry));
    }
  }

  resize(by) {
    const field = this.field("size");
    field.value = Math.min(40, Math.max(1, Number(field.value) + by));
    this.easel.size = Number(field.value);
  }

  show(what) {
    const { easel } = this;
    if (what === "symmetry") {
      this.symmetryButton.classList.toggle("held", easel.symmetry !== "none");
      this.symmetryButton.setAttribute("aria-pressed", String(easel.symmetry !== "none"));
      this.field("symmetry").value = easel.symmetry;
    }
    document.querySelectorAll("[data-needs]").forEach((button) => {
      const needs = { selection: easel.selection, clipboard: easel.clipboard, unit: easel.unit, carried: easel.carried };
      button.disabled = easel.isReadOnly || !needs[button.dataset.needs];
    });
  }
}

function within(field, least, most) {
  const value = Math.min(most, Math.max(least, Math.round(Number(field.value)) || least));
  field.value = value;
  return value;
}
