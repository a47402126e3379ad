/* A patch: a piece of a chart that is carried, turned and laid down; CLEAR knots let the ground through. */
import { CLEAR, UNSET } from "./places.js";

export function patchOf(sheet, box) {
  const cells = new Uint8Array(box.wide * box.high);
  for (let y = 0; y < box.high; y += 1) {
    for (let x = 0; x < box.wide; x += 1) {
      cells[y * box.wide + x] = sheet.at(box.x + x, box.y + y);
    }
  }
  return { wide: box.wide, high: box.high, cells };
}

function turned(patch, wide, high, from) {
  const cells = new Uint8Array(wide * high);
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      cells[y * wide + x] = patch.cells[from(x, y)];
    }
  }
  return { wide, high, cells };
}

export function flippedAcross(patch) {
  return turned(patch, patch.wide, patch.high, (x, y) => y * patch.wide + patch.wide - 1 - x);
}

export function flippedOver(patch) {
  return turned(patch, patch.wide, patch.high, (x, y) => (patch.high - 1 - y) * patch.wide + x);
}

/* A quarter turn, clockwise. */
export function rotated(patch) {
  return turned(patch, patch.high, patch.wide, (x, y) => (patch.high - 1 - x) * patch.wide + y);
}

export function lay(patch, x, y, visit) {
  for (let row = 0; row < patch.high; row += 1) {
    for (let column = 0; column < patch.wide; column += 1) {
      const value = patch.cells[row * patch.wide + column];
      if (value !== CLEAR) {
        visit(x + column, y + row, value);
      }
    }
  }
}

/* Repeat a patch: so many across and down, a gap between, every second column half a repeat lower where wanted. */
export function repeated(patch, options, x, y, visit) {
  const stepX = patch.wide + options.gap;
  const stepY = patch.high + options.gap;
  for (let column = 0; column < options.across; column += 1) {
    const isDropped = options.halfDrop && column % 2 === 1;
    const drop = isDropped ? Math.round(stepY / 2) : 0;
    for (let row = isDropped ? -1 : 0; row < options.down; row += 1) {
      const top = y + row * stepY + drop;
      lay(patch, x + column * stepX, top, (px, py, value) => {
        if (py >= y && py < y + options.down * stepY - options.gap) {
          visit(px, py, value);
        }
      });
    }
  }
}

/* The colour that most knots just outside a box have: what is woven on where the box is emptied. */
export function groundRound(sheet, box) {
  const tally = new Map();
  const look = (x, y) => {
    if (sheet.inside(x, y)) {
      tally.set(sheet.at(x, y), (tally.get(sheet.at(x, y)) || 0) + 1);
    }
  };
  for (let x = box.x - 1; x <= box.x + box.wide; x += 1) {
    look(x, box.y - 1);
    look(x, box.y + box.high);
  }
  for (let y = box.y; y < box.y + box.high; y += 1) {
    look(box.x - 1, y);
    look(box.x + box.wide, y);
  }
  const found = [...tally].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  return found.length ? found[0][0] : UNSET;
}
