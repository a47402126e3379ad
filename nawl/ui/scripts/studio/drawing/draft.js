/* The draft on the table: its sheet, its yarns, its steps; whoever shows, checks or keeps it listens to `changed`. */
import { Bell } from "./bell.js";
import { History } from "./history.js";
import { between } from "./delta.js";

export class Draft {
  constructor(sheet, yarns, attic) {
    this.sheet = sheet;
    this.yarns = yarns;
    this.history = new History(attic);
    this.changed = new Bell(); /* {delta, isForward, yarns, label, how: done | undone | redone | taken} */
    this.isBusy = false;
    this.isLocked = false;
  }

  /* Close what was drawn since the last step as one step; true when anything changed. */
  commit(label) {
    const delta = this.sheet.take();
    if (delta) {
      this.history.push({ label, delta });
      this.changed.ring({ delta, isForward: true, yarns: null, label, how: "done" });
    }
    return Boolean(delta);
  }

  /* Take over what was reckoned elsewhere as one step. */
  adopt(delta, label) {
    if (delta.starts.length) {
      this.sheet.restore();
      this.sheet.apply(delta, true);
      this.history.push({ label, delta });
      this.changed.ring({ delta, isForward: true, yarns: null, label, how: "done" });
    }
  }

  /* Change the yarns, and where it needs be the knots, in one step. */
  setYarns(after, label, cells = null) {
    const before = this.yarns;
    const delta = cells ? between(this.sheet.base, cells) : null;
    if (delta) {
      this.sheet.apply(delta, true);
    }
    this.yarns = after;
    this.history.push({ label, delta, yarns: { before, after } });
    this.changed.ring({ delta, isForward: true, yarns: after, label, how: "done" });
  }

  undo() {
    return this.step(() => this.history.back(), false);
  }

  redo() {
    return this.step(() => this.history.forth(), true);
  }

  async step(next, isForward) {
    if (this.isBusy || this.isLocked) {
      return null;
    }
    this.isBusy = true;
    try {
      this.sheet.restore();
      const step = await next();
      if (step) {
        this.walk(step, isForward);
      }
      return step;
    } finally {
      this.isBusy = false;
    }
  }

  walk(step, isForward) {
    if (step.delta) {
      this.sheet.apply(step.delta, isForward);
    }
    const yarns = step.yarns ? (isForward ? step.yarns.after : step.yarns.before) : null;
    this.yarns = yarns || this.yarns;
    this.changed.ring({ delta: step.delta, isForward, yarns, label: step.label, how: isForward ? "redone" : "undone" });
  }
}
