/* A border (كنار) made of one unit whose corners turn right: the unit is laid along the upper side, its corner is cut on
   the mitre, so that both sides meet in each other's mirror image, and what is left over is shared out between the units,
   where the ground is, not cut from a figure. */

/* Lay a border as deep as its unit is high along the inner edge of a box; false where the box is too small for it. */
export function border(unit, box, visit) {
  const deep = unit.high;
  if (box.wide < 2 * deep || box.high < 2 * deep) {
    return false;
  }
  const along = columnsOf(unit, box.wide - 2 * deep);
  const downward = columnsOf(unit, box.high - 2 * deep);
  for (let y = 0; y < box.high; y += 1) {
    for (let x = 0; x < box.wide; x += 1) {
      const left = Math.min(x, box.wide - 1 - x);
      const top = Math.min(y, box.high - 1 - y);
      if (Math.min(left, top) < deep) {
        visit(box.x + x, box.y + y, knotOf(unit, deep, left, top, x, y, along, downward));
      }
    }
  }
  return true;
}

/* Depth is the way in from the nearer edge; place is the way along it. */
function knotOf(unit, deep, left, top, x, y, along, downward) {
  const isLevel = top <= left;
  const depth = isLevel ? top : left;
  const way = isLevel ? left : top;
  if (way < deep) {
    return unit.cells[depth * unit.wide + mod(way - deep, unit.wide)];
  }
  const columns = isLevel ? along : downward;
  return unit.cells[depth * unit.wide + columns[(isLevel ? x : y) - deep]];
}

/* Which column of the unit stands at each place of a side: whole units from both ends to the middle, an even number of
   them where the unit is not its own mirror image; what is over widens the gaps between them by their edge columns. */
export function columnsOf(unit, length) {
  const whole = Math.floor(length / unit.wide);
  const count = isOwnMirror(unit) ? whole : whole - whole % 2;
  const spare = length - count * unit.wide;
  const edge = (number) => number * unit.wide + Math.floor(spare * (2 * number + 1) / (2 * count));
  return Array.from({ length }, (_, at) => {
    const way = Math.min(at, length - 1 - at);
    if (!count) {
      return way % unit.wide;
    }
    let number = 0;
    while (number < count - 1 && way >= (edge(number) + unit.wide + edge(number + 1)) / 2) {
      number += 1;
    }
    return Math.min(unit.wide - 1, Math.max(0, way - edge(number)));
  });
}

function isOwnMirror(unit) {
  return unit.cells.every((value, at) => {
    const x = at % unit.wide;
    return value === unit.cells[at - x + unit.wide - 1 - x];
  });
}

function mod(value, by) {
  return ((value % by) + by) % by;
}
