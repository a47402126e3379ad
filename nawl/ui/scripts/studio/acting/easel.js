/* What the tools share: the draft, the stage, the yarn in hand, the symmetry that is held, what is selected or carried. */
import { UNSET } from "../drawing/places.js";
import { eachImage } from "../drawing/symmetry.js";
import { dab } from "../drawing/shapes.js";
import { Bell } from "../drawing/bell.js";

export class Easel {
  constructor(draft, stage, beside, facts) {
    this.draft = draft;
    this.stage = stage;
    this.beside = beside;
    this.facts = facts;
    this.cell = stage.camera.cell;
    this.yarn = 0;
    this.size = 1;
    this.isFilled = false;
    this.symmetry = "none";
    this.selection = null;
    this.clipboard = null; /* a patch that was cut or copied */
    this.carried = null; /* a patch over the sheet, not laid down yet: {patch, x, y} */
    this.repeat = { across: 3, down: 3, gap: 0, halfDrop: false };
    this.isReadOnly = facts.readonly;
    this.turned = new Bell(); /* something about the hand changed: yarn, symmetry, selection, tool */
    this.said = new Bell(); /* a sentence for the reader */
  }

  get sheet() {
    return this.draft.sheet;
  }

  choose(yarn) {
    if (yarn === UNSET || yarn >= 0 && yarn < this.draft.yarns.length) {
      this.yarn = yarn;
      this.turned.ring("yarn");
    }
  }

  hold(symmetry) {
    this.symmetry = symmetry;
    this.stage.shown.symmetry = symmetry;
    this.stage.look();
    this.turned.ring("symmetry");
  }

  select(box) {
    this.selection = box ? cropped(box, this.sheet) : null;
    this.stage.shown.selection = this.selection;
    this.stage.look();
    this.turned.ring("selection");
  }

  /* One knot and its images. */
  put(x, y, value = this.yarn) {
    const { sheet } = this;
    if (this.symmetry === "none") {
      sheet.put(x, y, value);
    } else {
      eachImage(this.symmetry, sheet.wide, sheet.high, x, y, (ix, iy) => sheet.put(ix, iy, value));
    }
  }

  dab(x, y) {
    if (this.size === 1) {
      this.put(x, y);
    } else {
      dab(x, y, this.size, this.cell, (dx, dy) => this.put(dx, dy));
    }
  }

  /* Draw a figure anew while it is pulled. */
  redraw(draw) {
    this.sheet.restore();
    draw();
    this.stage.look();
  }

  finish(label) {
    this.draft.commit(label);
    this.stage.look();
  }

  say(sentence) {
    this.said.ring(sentence);
  }

}

function cropped(box, sheet) {
  const x = Math.max(0, box.x);
  const y = Math.max(0, box.y);
  const wide = Math.min(sheet.wide, box.x + box.wide) - x;
  const high = Math.min(sheet.high, box.y + box.high) - y;
  return wide > 0 && high > 0 ? { x, y, wide, high } : null;
}
