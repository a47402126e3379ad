/* Selecting, and what is done with what is selected: copy, cut, move, turn, repeat, lay down. */
import { boxOf } from "../drawing/shapes.js";
import { flippedAcross, flippedOver, groundRound, lay, patchOf, repeated, rotated } from "../drawing/patch.js";

const TURNS = { across: flippedAcross, over: flippedOver, quarter: rotated };

export class Select {
  down(point, easel) {
    const { carried } = easel;
    if (carried && within(point, { x: carried.x, y: carried.y, wide: carried.patch.wide, high: carried.patch.high })) {
      this.grip = { x: point.x - carried.x, y: point.y - carried.y };
      return;
    }
    settle(easel);
    this.grip = null;
    if (easel.selection && !easel.isReadOnly && within(point, easel.selection)) {
      const { x, y } = easel.selection;
      lift(easel);
      this.grip = { x: point.x - x, y: point.y - y };
      return;
    }
    this.start = point;
    easel.select(null);
  }

  move(point, easel) {
    if (this.grip) {
      carryTo(easel, point.x - this.grip.x, point.y - this.grip.y);
    } else {
      easel.select(boxOf(this.start.x, this.start.y, point.x, point.y));
    }
  }

  up() {}

  leave(easel) {
    settle(easel);
  }
}

function within(point, box) {
  return point.x >= box.x && point.y >= box.y && point.x < box.x + box.wide && point.y < box.y + box.high;
}

/* Take what is selected up from the sheet; where it lay the ground round it is woven on. */
function lift(easel) {
  const box = easel.selection;
  easel.carried = { patch: patchOf(easel.sheet, box), x: box.x, y: box.y, hole: box, ground: groundRound(easel.sheet, box) };
}

/* Show what is carried at a place; nothing is written until it is laid down. */
export function carryTo(easel, x, y) {
  const { carried } = easel;
  carried.x = x;
  carried.y = y;
  easel.redraw(() => {
    if (carried.hole) {
      eachOf(carried.hole, (hx, hy) => easel.put(hx, hy, carried.ground));
    }
    layDown(easel);
  });
  easel.select({ x, y, wide: carried.patch.wide, high: carried.patch.high });
}

function layDown(easel) {
  const { carried } = easel;
  if (carried.repeat) {
    repeated(carried.patch, carried.repeat, carried.x, carried.y, (x, y, value) => easel.put(x, y, value));
  } else {
    lay(carried.patch, carried.x, carried.y, (x, y, value) => easel.put(x, y, value));
  }
}

function eachOf(box, visit) {
  for (let y = box.y; y < box.y + box.high; y += 1) {
    for (let x = box.x; x < box.x + box.wide; x += 1) {
      visit(x, y);
    }
  }
}

/* Lay down what is carried, as one step. */
export function settle(easel) {
  if (easel.carried) {
    const { label } = easel.carried;
    easel.carried = null;
    easel.finish(label || "move");
  }
}

export function giveUp(easel) {
  if (easel.carried) {
    easel.carried = null;
    easel.sheet.restore();
    easel.stage.look();
  }
  easel.select(null);
}

/* Carry a patch over the sheet: in the middle of the view, or where it came from. */
export function carry(easel, patch, label, at = null, repeat = null) {
  settle(easel);
  const { camera } = easel.stage;
  const middle = camera.at((camera.view.wide + 84) / 2, (camera.view.high + 48) / 2);
  const x = at ? at.x : Math.round(middle.x - patch.wide / 2);
  const y = at ? at.y : Math.round(middle.y - patch.high / 2);
  easel.carried = { patch, x, y, label, repeat };
  carryTo(easel, x, y);
}

export function copy(easel) {
  if (easel.carried) {
    easel.clipboard = { ...easel.carried.patch };
  } else if (easel.selection) {
    easel.clipboard = patchOf(easel.sheet, easel.selection);
  }
  easel.turned.ring("clipboard");
}

export function cut(easel) {
  copy(easel);
  erase(easel, "cut");
}

export function erase(easel, label = "erase") {
  const box = easel.carried ? easel.carried.hole : easel.selection;
  giveUp(easel);
  if (box) {
    const ground = groundRound(easel.sheet, box);
    eachOf(box, (x, y) => easel.put(x, y, ground));
    easel.finish(label);
    easel.select(box);
  }
}

export function paste(easel) {
  if (easel.clipboard) {
    easel.tools.take("select");
    carry(easel, easel.clipboard, "paste", easel.selection);
  }
}

/* Turn what is carried or selected, in its place. */
export function turn(easel, way) {
  if (!easel.carried && easel.selection) {
    lift(easel);
    easel.carried.label = "turn";
  }
  if (easel.carried) {
    easel.carried.patch = TURNS[way](easel.carried.patch);
    carryTo(easel, easel.carried.x, easel.carried.y);
  }
}

/* Repeat what is selected from its own place on. */
export function repeatSelection(easel) {
  const patch = easel.carried ? easel.carried.patch : easel.selection ? patchOf(easel.sheet, easel.selection) : null;
  if (patch) {
    const at = easel.carried ? { x: easel.carried.x, y: easel.carried.y } : easel.selection;
    settle(easel);
    repeated(patch, easel.repeat, at.x, at.y, (x, y, value) => easel.put(x, y, value));
    easel.finish("repeat");
  }
}

export function selectAll(easel) {
  settle(easel);
  easel.select({ x: 0, y: 0, wide: easel.sheet.wide, high: easel.sheet.high });
}
