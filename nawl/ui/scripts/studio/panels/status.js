/* The line at the foot: where the pointer is, which colour lies there, how large the selection is; and one place that a
   screen reader hears. */
import { UNSET } from "../drawing/places.js";
import { say, shown } from "../words.js";

export class Status {
  constructor(easel, pointer) {
    this.easel = easel;
    this.pointer = pointer;
    const of = (name) => document.querySelector('[data-at="' + name + '"]');
    this.parts = { column: of("column"), row: of("row"), colour: of("colour"), selection: of("selection") };
    this.voice = document.querySelector("[data-voice]");
    this.zoomed = document.querySelector("[data-zoom-shown]");
    easel.turned.listen((what) => this.show(what));
    easel.said.listen((text) => { this.voice.textContent = text; });
  }

  show(what) {
    const { stage, sheet, selection } = this.easel;
    const at = what === "cursor" ? stage.shown.cursor : this.pointer.hovered || stage.shown.cursor;
    if (at && sheet.inside(at.x, at.y)) {
      const colour = this.nameAt(at);
      this.parts.column.textContent = shown(at.x + 1);
      this.parts.row.textContent = shown(sheet.high - at.y);
      this.parts.colour.textContent = colour;
      if (what === "cursor") {
        this.easel.stage.place.setAttribute("aria-label", say("knotAt", { column: at.x + 1, row: sheet.high - at.y, colour }));
        this.voice.textContent = say("knotAt", { column: at.x + 1, row: sheet.high - at.y, colour });
      }
    }
    this.parts.selection.textContent = selection ? shown(selection.wide) + " × " + shown(selection.high) : "–";
  }

  nameAt(at) {
    const index = this.easel.sheet.at(at.x, at.y);
    const yarn = this.easel.draft.yarns[index];
    return index === UNSET || !yarn ? say("bareKnot") : yarn.name;
  }

  showZoom() {
    const percent = Math.round(this.easel.stage.camera.scale / 4 * 100);
    this.zoomed.textContent = shown(percent) + "%";
  }
}
