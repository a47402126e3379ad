/* Undo without limit: steps as runs; when they grow beyond what memory should hold, the oldest go to the device's store. */
import { bytesOf } from "./delta.js";

const MOST_BYTES = 48 * 1024 * 1024;

export class History {
  /* `attic` keeps what memory gives away: put(number, delta), get(number), drop(number); each a promise. */
  constructor(attic, most = MOST_BYTES) {
    this.attic = attic;
    this.most = most;
    this.steps = [];
    this.done = 0; /* steps that stand; those behind it were undone */
    this.bytes = 0;
    this.number = 0;
  }

  get canUndo() {
    return this.done > 0;
  }

  get canRedo() {
    return this.done < this.steps.length;
  }

  push(step) {
    this.steps.splice(this.done).forEach((gone) => this.forget(gone));
    this.number += 1;
    const kept = { number: this.number, label: step.label, delta: step.delta, yarns: step.yarns || null, isAway: false };
    this.steps.push(kept);
    this.done = this.steps.length;
    this.bytes += bytesOf(kept.delta);
    this.lighten();
  }

  forget(step) {
    if (step.isAway) {
      this.attic.drop(step.number);
    } else {
      this.bytes -= bytesOf(step.delta);
    }
  }

  /* Give the oldest away until the rest fits; the newest always stays. */
  lighten() {
    for (let at = 0; this.bytes > this.most && at < this.done - 1; at += 1) {
      const step = this.steps[at];
      if (!step.isAway && step.delta) {
        const delta = step.delta;
        step.isAway = true;
        step.delta = null;
        this.bytes -= bytesOf(delta);
        step.going = this.attic.put(step.number, delta).catch(() => {
          step.isAway = false; /* no room on the device: memory keeps it after all */
          step.delta = delta;
        });
      }
    }
  }

  async whole(step) {
    if (step.isAway) {
      await step.going;
    }
    if (step.isAway) {
      step.delta = await this.attic.get(step.number);
      step.isAway = false;
      this.bytes += bytesOf(step.delta);
    }
    return step;
  }

  async back() {
    return this.canUndo ? this.whole(this.steps[--this.done]) : null;
  }

  async forth() {
    return this.canRedo ? this.whole(this.steps[this.done++]) : null;
  }
}
