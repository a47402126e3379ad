/* The sheet: one byte a knot, row 0 at the upper edge. `base` holds what stood before the edit that is going on, so
   that a shape can be drawn anew while it is pulled, and so that the step can be told from the difference. */
import { difference, applied } from "./delta.js";
import { TILE, UNSET } from "./places.js";

export class Sheet {
  constructor(wide, high, cells) {
    this.wide = wide;
    this.high = high;
    this.cells = cells;
    this.across = Math.ceil(wide / TILE);
    this.down = Math.ceil(high / TILE);
    this.dirty = new Uint8Array(this.across * this.down); /* touched by the edit */
    this.stale = new Uint8Array(this.across * this.down).fill(1); /* touched since it was last painted */
    this.come = 0; /* rows of tiles that are here, while the knots are still coming */
    this.begin();
  }

  /* The knots stand: from here on edits are told from them. */
  begin() {
    this.base = this.cells.slice();
    this.counts = countOf(this.cells);
  }

  /* So many knots have come, the upper row first: every row of tiles that is whole can be painted. */
  arrive(count) {
    const rows = count < this.cells.length ? Math.floor(count / this.wide / TILE) : this.down;
    this.stale.fill(1, this.come * this.across, rows * this.across);
    this.come = rows;
  }

  inside(x, y) {
    return x >= 0 && y >= 0 && x < this.wide && y < this.high;
  }

  at(x, y) {
    return this.inside(x, y) ? this.cells[y * this.wide + x] : UNSET;
  }

  touch(x, y) {
    const tile = (y >> 8) * this.across + (x >> 8);
    this.dirty[tile] = 1;
    this.stale[tile] = 1;
  }

  put(x, y, value) {
    if (this.inside(x, y) && this.cells[y * this.wide + x] !== value) {
      this.cells[y * this.wide + x] = value;
      this.touch(x, y);
    }
  }

  /* A run of a row; both ends lie inside. */
  span(first, last, y, value) {
    this.cells.fill(value, y * this.wide + first, y * this.wide + last + 1);
    for (let x = first; x < last; x += TILE) {
      this.touch(x, y);
    }
    this.touch(last, y);
  }

  /* Put other knots in place of all. */
  replaceAll(cells) {
    this.cells.set(cells);
    this.dirty.fill(1);
    this.stale.fill(1);
  }

  /* Give up the edit that is going on. */
  restore() {
    this.eachDirtyRow((start, end) => this.cells.set(this.base.subarray(start, end), start));
    this.dirty.forEach((isDirty, tile) => { this.stale[tile] |= isDirty; });
    this.dirty.fill(0);
  }

  /* Close the edit: what it changed as runs, or null where nothing did. */
  take() {
    const delta = difference(this);
    this.dirty.fill(0);
    if (delta.starts.length) {
      this.settle(delta, true);
      return delta;
    }
    return null;
  }

  /* Go over a step again (forward) or take it back. */
  apply(delta, isForward) {
    applied(this.cells, delta, isForward);
    for (let run = 0; run < delta.starts.length; run += 1) {
      this.touchRun(delta.starts[run], delta.lengths[run]);
    }
    this.dirty.fill(0);
    this.settle(delta, isForward);
  }

  touchRun(start, length) {
    for (let from = start; from < start + length;) {
      const y = Math.floor(from / this.wide);
      const last = Math.min(start + length, (y + 1) * this.wide) - 1;
      for (let x = from - y * this.wide; x < last - y * this.wide; x += TILE) {
        this.touch(x, y);
      }
      this.touch(last - y * this.wide, y);
      from = last + 1;
    }
  }

  settle(delta, isForward) {
    const before = isForward ? delta.before : delta.after;
    const after = isForward ? delta.after : delta.before;
    applied(this.base, delta, isForward);
    for (let run = 0; run < delta.starts.length; run += 1) {
      this.counts[before[run]] -= delta.lengths[run];
      this.counts[after[run]] += delta.lengths[run];
    }
  }

  /* Each row of each dirty tile, as places in the grid: [start, end). */
  eachDirtyRow(visit) {
    for (let ty = 0; ty < this.down; ty += 1) {
      for (let tx = 0; tx < this.across; tx += 1) {
        if (!this.dirty[ty * this.across + tx]) {
          continue;
        }
        const right = Math.min((tx + 1) * TILE, this.wide);
        const bottom = Math.min((ty + 1) * TILE, this.high);
        for (let y = ty * TILE; y < bottom; y += 1) {
          visit(y * this.wide + tx * TILE, y * this.wide + right);
        }
      }
    }
  }
}

export function countOf(cells) {
  const counts = new Float64Array(256);
  for (let at = 0; at < cells.length; at += 1) {
    counts[cells[at]] += 1;
  }
  return counts;
}
