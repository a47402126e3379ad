/* Everything by keys: tools by letter, arrows move a knot's frame, Space draws, Ctrl does what it does elsewhere. */
import { copy, cut, erase, giveUp, paste, selectAll, settle, turn, carryTo } from "./carrying.js";
import { line } from "../drawing/shapes.js";

const TOOLS = {
  KeyH: "hand", KeyP: "pencil", KeyL: "line", KeyR: "rectangle", KeyE: "ellipse", KeyF: "fill", KeyI: "dropper",
  KeyC: "recolour", KeyS: "select", KeyM: "motif", KeyT: "repeat", KeyB: "border", KeyK: "kufic"
};
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Keys {
  constructor(easel, pointer, acts) {
    this.easel = easel;
    this.pointer = pointer;
    this.acts = acts; /* by name: what buttons of the page do too */
    this.isDrawing = false;
    document.addEventListener("keydown", (event) => this.down(event));
    document.addEventListener("keyup", (event) => this.up(event));
  }

  /* Letters are ours wherever nothing is being typed; arrows and Space only on the sheet itself. */
  down(event) {
    if (event.defaultPrevented || isTyping(event.target) || document.querySelector("dialog[open]")) {
      return;
    }
    const act = event.ctrlKey || event.metaKey ? this.withControl(event) : event.altKey ? null : this.plain(event);
    if (act) {
      event.preventDefault();
      act();
    }
  }

  withControl(event) {
    const { easel } = this;
    const { draft } = easel;
    if (event.code === "KeyC") {
      return () => copy(easel);
    }
    if (easel.isReadOnly) {
      return null;
    }
    const acts = {
      KeyZ: () => (event.shiftKey ? this.acts.redo() : this.acts.undo()),
      KeyY: () => this.acts.redo(),
      KeyX: () => cut(easel),
      KeyV: () => paste(easel),
      KeyA: () => selectAll(easel),
      KeyS: () => { draft.commit("pencil"); this.acts.save(); }
    };
    return acts[event.code];
  }

  plain(event) {
    const { easel } = this;
    const isOnSheet = event.target === easel.stage.place || event.target === document.body;
    if (ARROWS[event.key] && isOnSheet) {
      return () => this.arrow(ARROWS[event.key], event);
    }
    if (event.code === "Space" && isOnSheet) {
      return () => this.space(event);
    }
    if (event.key === "?" || event.key === "؟") {
      return () => this.acts.help();
    }
    if (event.key === "Enter" && isOnSheet && easel.carried) {
      return () => settle(easel);
    }
    return this.letter(event);
  }

  letter(event) {
    const { easel } = this;
    if (TOOLS[event.code] && !event.shiftKey) {
      return () => easel.tools.take(TOOLS[event.code]);
    }
    if (/^Digit\d$/.test(event.code) && !event.shiftKey) {
      return () => easel.choose((Number(event.code.slice(5)) + 9) % 10);
    }
    const drawn = {
      Escape: () => giveUp(easel), Delete: () => erase(easel), KeyY: () => this.acts.symmetry(),
      KeyX: () => turn(easel, "across"), KeyV: () => turn(easel, "over"), KeyQ: () => turn(easel, "quarter"),
      BracketLeft: () => this.acts.size(-1), BracketRight: () => this.acts.size(1), KeyO: () => this.acts.picture()
    };
    const seen = {
      KeyG: () => this.acts.grid(), KeyN: () => this.acts.signs(), KeyJ: () => this.acts.lonely(),
      Equal: () => this.acts.zoom(1.25), NumpadAdd: () => this.acts.zoom(1.25), Minus: () => this.acts.zoom(.8),
      NumpadSubtract: () => this.acts.zoom(.8), Numpad0: () => this.acts.fit(), Home: () => this.acts.fit()
    };
    return seen[event.code] || (easel.isReadOnly ? null : drawn[event.code]);
  }

  arrow([dx, dy], event) {
    const { easel } = this;
    const { stage, sheet } = easel;
    const step = event.shiftKey ? 10 : 1;
    if (easel.carried) {
      carryTo(easel, easel.carried.x + dx * step, easel.carried.y + dy * step);
      return;
    }
    const at = stage.shown.cursor || this.middle();
    const x = Math.min(sheet.wide - 1, Math.max(0, at.x + dx * step));
    const y = Math.min(sheet.high - 1, Math.max(0, at.y + dy * step));
    if (this.isDrawing) {
      line(at.x, at.y, x, y, (lx, ly) => easel.dab(lx, ly));
    }
    stage.shown.cursor = { x, y };
    stage.camera.follow(x, y);
    stage.look();
    easel.turned.ring("cursor");
  }

  middle() {
    const { left, top, right, bottom } = this.easel.stage.camera.seen;
    return { x: Math.floor((left + right) / 2), y: Math.floor((top + bottom) / 2) };
  }

  /* Space draws where the frame stands: held with arrows, the pencil draws on; other tools touch once. */
  space(event) {
    const { easel } = this;
    const { cursor } = easel.stage.shown;
    if (!cursor) {
      this.pointer.isSpaceHeld = true; /* with the mouse, Space moves the sheet */
      return;
    }
    if (event.repeat) {
      return;
    }
    const { tools } = easel;
    if (tools.name === "pencil") {
      this.isDrawing = true;
      easel.dab(cursor.x, cursor.y);
      easel.stage.look();
      return;
    }
    this.touch(cursor);
  }

  /* First Space begins a figure or a selection, the second ends it. */
  touch(cursor) {
    const { easel } = this;
    const { now } = easel.tools;
    const isPulled = ["line", "rectangle", "ellipse", "select", "motif", "repeat", "border", "kufic"].includes(easel.tools.name);
    if (isPulled && this.begun !== now) {
      this.begun = now;
      now.down(cursor, easel);
      return;
    }
    if (!isPulled) {
      now.down(cursor, easel);
    } else {
      now.move(cursor, easel);
    }
    now.up(cursor, easel);
    this.begun = null;
  }

  up(event) {
    if (event.code === "Space") {
      this.pointer.isSpaceHeld = false;
      if (this.isDrawing) {
        this.isDrawing = false;
        this.easel.finish("pencil");
      }
    }
  }
}

function isTyping(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.type !== "checkbox" && target.type !== "radio" && target.type !== "range";
}
