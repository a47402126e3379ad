/* Symmetry of a whole design: where a knot's images lie, and the axes that are shown. Names as the frame has them. */
export const SYMMETRIES = ["none", "left_right", "top_bottom", "quarter", "point"];

/* Call `visit` for a knot and for each of its images. */
export function eachImage(symmetry, wide, high, x, y, visit) {
  const over = wide - 1 - x;
  const under = high - 1 - y;
  visit(x, y);
  if (symmetry === "left_right" || symmetry === "quarter") {
    visit(over, y);
  }
  if (symmetry === "top_bottom" || symmetry === "quarter") {
    visit(x, under);
  }
  if (symmetry === "quarter" || symmetry === "point") {
    visit(over, under);
  }
}

export function axesOf(symmetry) {
  return {
    upright: symmetry === "left_right" || symmetry === "quarter",
    level: symmetry === "top_bottom" || symmetry === "quarter",
    point: symmetry === "point"
  };
}

/* Put the symmetry on a grid, in place: the upper, the left, or what comes first is kept, as the server keeps it. */
export function impose(grid, wide, high, symmetry) {
  const { upright, level, point } = axesOf(symmetry);
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const sourceX = upright && x >= wide - Math.floor(wide / 2) ? wide - 1 - x : x;
      const sourceY = level && y >= high - Math.floor(high / 2) ? high - 1 - y : y;
      const here = y * wide + x;
      const over = grid.length - 1 - here;
      grid[here] = point && over < here ? grid[over] : grid[sourceY * wide + sourceX];
    }
  }
}

/* Knots whose image is of another colour; each pair counts once. */
export function brokenPairs(cells, wide, high, symmetry) {
  const { upright, level, point } = axesOf(symmetry);
  let broken = 0;
  for (let y = 0; y < high; y += 1) {
    const row = y * wide;
    const under = (high - 1 - y) * wide;
    for (let x = 0; x < wide; x += 1) {
      const here = cells[row + x];
      const over = wide - 1 - x;
      broken += upright && x < over && cells[row + over] !== here ? 1 : 0;
      broken += level && row < under && cells[under + x] !== here ? 1 : 0;
      broken += point && row + x < under + over && cells[under + over] !== here ? 1 : 0;
    }
  }
  return broken;
}
