/* The grid of knots, and what one row says: steps, each with a run of one colour (two, for two weavers). */
let knots = new Uint8Array(0);

function bytesOf(text) {
  const plain = window.atob(text);
  const bytes = new Uint8Array(plain.length);
  for (let index = 0; index < plain.length; index += 1) {
    bytes[index] = plain.charCodeAt(index);
  }
  return bytes;
}

/* Rows lie one after another, the picture's upper edge first; each is packed as its difference from the one above. */
async function unpack(grid) {
  const stream = new Blob([bytesOf(grid)]).stream().pipeThrough(new DecompressionStream("deflate"));
  knots = new Uint8Array(await new Response(stream).arrayBuffer());
  for (let index = start.wide; index < knots.length; index += 1) {
    knots[index] ^= knots[index - start.wide];
  }
}

/* A row as the weaver sees it, left to right; row 1 is the lowest. From the back, left and right change places. */
function cellsOf(row) {
  const from = (start.high - row) * start.wide;
  const cells = knots.slice(from, from + start.wide);
  return choices.face === "back" ? cells.reverse() : cells;
}

function runs(cells, from, to, facts) {
  const found = [];
  const way = from <= to ? 1 : -1;
  for (let at = from; at !== to + way; at += way) {
    const last = found[found.length - 1];
    if (last && last.yarn === cells[at]) {
      last.count += 1;
      last.to = at;
    } else {
      found.push(Object.assign({ yarn: cells[at], count: 1, from: at, to: at }, facts));
    }
  }
  return found;
}

function mirrors(cells) {
  for (let left = 0, right = cells.length - 1; left < right; left += 1, right -= 1) {
    if (cells[left] !== cells[right]) {
      return false;
    }
  }
  return true;
}

/* From the middle: the middle run is counted whole, every other one holds for each side. */
function fromMiddle(cells) {
  const wide = cells.length;
  const found = runs(cells, wide >> 1, wide - 1, { kind: "each-side" });
  const first = found[0];
  first.kind = "middle";
  first.count = first.count * 2 - (wide % 2);
  first.from = wide - 1 - first.to;
  return found.map((run) => [run]);
}

function forTwo(cells) {
  const half = cells.length >> 1;
  const right = runs(cells, cells.length - 1, half, { kind: "right" });
  const left = half ? runs(cells, half - 1, 0, { kind: "left" }) : [];
  return Array.from({ length: Math.max(right.length, left.length) }, (_none, at) => [right[at], left[at]].filter(Boolean));
}

function stepsOf(row) {
  const cells = cellsOf(row);
  if (choices.order === "two") {
    return forTwo(cells);
  }
  if (choices.order === "middle" && mirrors(cells)) {
    return fromMiddle(cells);
  }
  const last = cells.length - 1;
  const found = choices.order === "left" ? runs(cells, 0, last, {}) : runs(cells, last, 0, {});
  return found.map((run) => [run]);
}

function yarnOf(run) {
  return start.yarns[run.yarn] || { name: words.unset, hex: "", sign: "", key: "unset" };
}

/* Knots are counted from where the reading begins: from the weaver's right or left. */
function placeOf(run) {
  const counted = (at) => (choices.order === "left" ? at + 1 : start.wide - at);
  const ends = [counted(run.from), counted(run.to)].sort((one, other) => one - other);
  return say(ends[0] === ends[1] ? "knot" : "knots", { first: ends[0], last: ends[1] });
}
