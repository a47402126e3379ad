/* A step as runs: where, how long, what stood there, what stands there now. Small for strokes, bounded for all. */
class Runs {
  constructor() {
    this.starts = [];
    this.lengths = [];
    this.before = [];
    this.after = [];
  }

  add(start, length, before, after) {
    this.starts.push(start);
    this.lengths.push(length);
    this.before.push(before);
    this.after.push(after);
  }

  close() {
    return {
      starts: Uint32Array.from(this.starts),
      lengths: Uint32Array.from(this.lengths),
      before: Uint8Array.from(this.before),
      after: Uint8Array.from(this.after)
    };
  }
}

/* What differs between a sheet's knots and its base, in the tiles that were touched. */
export function difference(sheet) {
  const runs = new Runs();
  sheet.eachDirtyRow((start, end) => compare(sheet.base, sheet.cells, start, end, runs));
  return runs.close();
}

/* What differs between two grids of one size. */
export function between(before, after) {
  const runs = new Runs();
  compare(before, after, 0, before.length, runs);
  return runs.close();
}

function compare(before, after, start, end, runs) {
  for (let at = start; at < end; at += 1) {
    if (before[at] === after[at]) {
      continue;
    }
    const from = at;
    const was = before[at];
    const is = after[at];
    while (at + 1 < end && before[at + 1] === was && after[at + 1] === is) {
      at += 1;
    }
    runs.add(from, at + 1 - from, was, is);
  }
}

/* Write a step into a grid, forward or back. */
export function applied(cells, delta, isForward) {
  const values = isForward ? delta.after : delta.before;
  for (let run = 0; run < delta.starts.length; run += 1) {
    cells.fill(values[run], delta.starts[run], delta.starts[run] + delta.lengths[run]);
  }
}

export function bytesOf(delta) {
  return delta ? delta.starts.length * 10 + 64 : 64;
}

export function knotsOf(delta) {
  return delta ? delta.lengths.reduce((sum, length) => sum + length, 0) : 0;
}
