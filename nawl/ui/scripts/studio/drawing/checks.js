/* What a weaver would ask of a chart: lonely knots, colours in a row, how long a colour runs, whether halves agree. */
import { isolatedKnots } from "./cleaning.js";
import { UNSET } from "./places.js";
import { brokenPairs } from "./symmetry.js";

const MOST_SHOWN = 5000;

export function checked(cells, wide, high, symmetry, isFlat) {
  const isolated = isolatedKnots(cells, wide, high);
  return {
    isolated: isolated.length,
    places: isolated.slice(0, MOST_SHOWN),
    meanRun: cells.length / runsOf(cells, wide),
    mostInRow: mostInRow(cells, wide, high),
    broken: symmetry === "none" ? 0 : brokenPairs(cells, wide, high, symmetry),
    slit: isFlat ? longestSlit(cells, wide, high) : null
  };
}

/* In flat weave: the longest border that runs straight up, as {rows, column, row}; columns and rows as on paper. */
function longestSlit(cells, wide, high) {
  const lengths = new Int32Array(wide);
  let best = { rows: 0, column: 1, row: 1 };
  for (let y = 0; y < high; y += 1) {
    for (let x = 1; x < wide; x += 1) {
      const left = cells[y * wide + x - 1];
      const right = cells[y * wide + x];
      lengths[x] = left !== right && left !== UNSET && right !== UNSET ? lengths[x] + 1 : 0;
      if (lengths[x] > best.rows) {
        best = { rows: lengths[x], column: x + 1, row: high - y };
      }
    }
  }
  return best;
}

function runsOf(cells, wide) {
  let runs = 0;
  for (let at = 0; at < cells.length; at += 1) {
    if (at % wide === 0 || cells[at] !== cells[at - 1]) {
      runs += 1;
    }
  }
  return Math.max(1, runs);
}

/* The row with most colours, as {colours, row}; rows count from the lowest. */
function mostInRow(cells, wide, high) {
  const seenIn = new Int32Array(256).fill(-1);
  let best = { colours: 0, row: 1 };
  for (let y = high - 1; y >= 0; y -= 1) {
    let colours = 0;
    for (let at = y * wide; at < (y + 1) * wide; at += 1) {
      if (cells[at] !== UNSET && seenIn[cells[at]] !== y) {
        seenIn[cells[at]] = y;
        colours += 1;
      }
    }
    if (colours > best.colours) {
      best = { colours, row: high - y };
    }
  }
  return best;
}
