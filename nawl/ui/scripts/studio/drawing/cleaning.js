import { UNSET } from "./places.js";

/* Clean-up. A knot is isolated when none of its eight neighbours has its colour: so lines and diagonals of one knot stay.
   All knots are judged by the grid as it was, so that a symmetric design stays symmetric. */
export function isolatedAt(cells, wide, high, x, y) {
  const here = cells[y * wide + x];
  for (let ny = Math.max(0, y - 1); ny <= Math.min(high - 1, y + 1); ny += 1) {
    for (let nx = Math.max(0, x - 1); nx <= Math.min(wide - 1, x + 1); nx += 1) {
      if (cells[ny * wide + nx] === here && (nx !== x || ny !== y)) {
        return false;
      }
    }
  }
  return true;
}

/* Places of all isolated knots, in reading order. */
export function isolatedKnots(cells, wide, high) {
  const found = [];
  for (let y = 0; y < high; y += 1) {
    const row = y * wide;
    for (let x = 0; x < wide; x += 1) {
      const here = cells[row + x];
      if (cells[row + x - 1] === here && x > 0 || cells[row + x + 1] === here && x < wide - 1) {
        continue; /* most knots have a neighbour beside them */
      }
      if (here !== UNSET && isolatedAt(cells, wide, high, x, y)) {
        found.push(row + x);
      }
    }
  }
  return Uint32Array.from(found);
}

/* The colour that most neighbours have; of equals the lowest index, so that the answer is one. */
function commonest(tally, own) {
  let best = own;
  let most = 0;
  tally.forEach((count, value) => {
    if (value !== own && (count > most || count === most && value < best)) {
      best = value;
      most = count;
    }
  });
  return best;
}

function neighbours(cells, wide, high, at, tally) {
  const x = at % wide;
  const y = (at - x) / wide;
  for (let ny = Math.max(0, y - 1); ny <= Math.min(high - 1, y + 1); ny += 1) {
    for (let nx = Math.max(0, x - 1); nx <= Math.min(wide - 1, x + 1); nx += 1) {
      const value = cells[ny * wide + nx];
      const voice = nx === x || ny === y ? 2 : 1; /* those that share an edge count twice, as in nawl/weaving/pictures/cleaning.py */
      tally.set(value, (tally.get(value) || 0) + voice);
    }
  }
}

/* Give isolated knots the colour round them, at most `passes` times over. */
export function withoutIsolated(cells, wide, high, passes = 1) {
  let now = cells;
  for (let pass = 0; pass < passes; pass += 1) {
    const lonely = isolatedKnots(now, wide, high);
    if (!lonely.length) {
      break;
    }
    const next = now.slice();
    lonely.forEach((at) => {
      const tally = new Map();
      neighbours(now, wide, high, at, tally);
      next[at] = commonest(tally, now[at]);
    });
    now = next;
  }
  return now;
}

/* Give islands of fewer than `least` knots, hanging together by sides or corners, the colour round them. */
export function withoutIslands(cells, wide, high, least) {
  const next = cells.slice();
  const seen = new Uint8Array(cells.length);
  const heap = [];
  for (let start = 0; start < cells.length; start += 1) {
    if (!seen[start]) {
      const island = gather(cells, wide, high, start, seen, heap, least);
      if (island) {
        const tally = new Map();
        island.forEach((at) => neighbours(cells, wide, high, at, tally));
        const colour = commonest(tally, cells[start]);
        island.forEach((at) => { next[at] = colour; });
      }
    }
  }
  return next;
}

/* All knots of one island are marked as seen; they are returned only when there are fewer than `least`. */
function gather(cells, wide, high, start, seen, heap, least) {
  const colour = cells[start];
  const island = [];
  heap.push(start);
  seen[start] = 1;
  while (heap.length) {
    const at = heap.pop();
    if (island.length < least) {
      island.push(at);
    }
    const x = at % wide;
    const y = (at - x) / wide;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(high - 1, y + 1); ny += 1) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(wide - 1, x + 1); nx += 1) {
        const next = ny * wide + nx;
        if (!seen[next] && cells[next] === colour) {
          seen[next] = 1;
          heap.push(next);
        }
      }
    }
  }
  return island.length < least ? island : null;
}
