/* Lines and figures on the grid: each calls `visit(x, y)` for its knots, some more than once. */
export function line(x0, y0, x1, y1, visit) {
  const wide = Math.abs(x1 - x0);
  const high = -Math.abs(y1 - y0);
  const stepX = x0 < x1 ? 1 : -1;
  const stepY = y0 < y1 ? 1 : -1;
  let x = x0;
  let y = y0;
  let error = wide + high;
  for (;;) {
    visit(x, y);
    if (x === x1 && y === y1) {
      return;
    }
    const twice = 2 * error;
    if (twice >= high) {
      error += high;
      x += stepX;
    }
    if (twice <= wide) {
      error += wide;
      y += stepY;
    }
  }
}

/* A dab of the pencil: square up to three knots, then round on the carpet, where a knot may be wider than high. */
export function dab(x, y, size, cell, visit) {
  const half = (size - 1) / 2;
  const tall = size > 3 ? Math.round(half * cell) : Math.floor(half);
  const flat = size > 3 ? Math.round(half) : Math.floor(half);
  const extra = size === 2 ? 1 : 0;
  for (let dy = -tall; dy <= tall + extra; dy += 1) {
    for (let dx = -flat; dx <= flat + extra; dx += 1) {
      if (size <= 3 || (dx / (flat + .5)) ** 2 + (dy / (tall + .5)) ** 2 <= 1) {
        visit(x + dx, y + dy);
      }
    }
  }
}

export function boxOf(x0, y0, x1, y1) {
  return { x: Math.min(x0, x1), y: Math.min(y0, y1), wide: Math.abs(x1 - x0) + 1, high: Math.abs(y1 - y0) + 1 };
}

export function rectangle(box, isFilled, visit) {
  for (let y = box.y; y < box.y + box.high; y += 1) {
    const isEdge = y === box.y || y === box.y + box.high - 1;
    const step = isFilled || isEdge ? 1 : Math.max(1, box.wide - 1);
    for (let x = box.x; x < box.x + box.wide; x += step) {
      visit(x, y);
    }
  }
}

/* An ellipse that fills its box. Its edge is every knot that has a knot outside beside it. */
export function ellipse(box, isFilled, visit) {
  const reach = Array.from({ length: box.high }, (_, row) => reachOf(box, row));
  for (let row = 0; row < box.high; row += 1) {
    const [first, last] = reach[row];
    const above = reach[row - 1] || [1, 0];
    const below = reach[row + 1] || [1, 0];
    for (let x = first; x <= last; x += 1) {
      const isInner = x > first && x < last && x >= above[0] && x <= above[1] && x >= below[0] && x <= below[1];
      if (isFilled || !isInner) {
        visit(box.x + x, box.y + row);
      }
    }
  }
}

function reachOf(box, row) {
  const tall = box.high / 2;
  const flat = box.wide / 2;
  const up = (row + .5 - tall) / tall;
  const half = flat * Math.sqrt(Math.max(0, 1 - up * up));
  const first = Math.min(Math.floor((box.wide - 1) / 2), Math.max(0, Math.round(flat - half)));
  return [first, box.wide - 1 - first];
}

/* The end that makes a square or a circle on the carpet, not only on the grid. */
export function evened(x0, y0, x1, y1, cell) {
  const side = Math.max(Math.abs(x1 - x0) * cell, Math.abs(y1 - y0));
  return [x0 + Math.sign(x1 - x0 || 1) * Math.round(side / cell), y0 + Math.sign(y1 - y0 || 1) * Math.round(side)];
}

/* The end that makes a line straight up, straight across, or along the grid's own diagonal. */
export function straightened(x0, y0, x1, y1) {
  const wide = Math.abs(x1 - x0);
  const high = Math.abs(y1 - y0);
  if (wide > high * 2) {
    return [x1, y0];
  }
  if (high > wide * 2) {
    return [x0, y1];
  }
  const both = Math.max(wide, high);
  return [x0 + Math.sign(x1 - x0) * both, y0 + Math.sign(y1 - y0) * both];
}
