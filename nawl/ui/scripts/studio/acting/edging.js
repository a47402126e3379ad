/* The border: a unit that is selected, or a motif, laid round the carpet or round what is selected, its corners turned. */
import { border } from "../drawing/bordering.js";
import { patchOf } from "../drawing/patch.js";
import { CLEAR } from "../drawing/places.js";
import { settle } from "./carrying.js";

/* Keep what is selected as the unit of the border. */
export function takeUnit(easel) {
  settle(easel);
  if (easel.selection) {
    easel.unit = patchOf(easel.sheet, easel.selection);
    easel.turned.ring("unit");
  }
}

/* Lay a border that was drawn as pieces of its upper left quarter round the carpet, the other quarters its mirror images.
   `ground` is woven where the pieces are clear, or null. */
export function layPieces(easel, pieces, box, ground) {
  settle(easel);
  const { sheet } = easel;
  const put = (x, y, value) => {
    [x, box.wide - 1 - x].forEach((ix) => [y, box.high - 1 - y].forEach((iy) => sheet.put(box.x + ix, box.y + iy, value)));
  };
  pieces.forEach((piece) => {
    piece.cells.forEach((value, at) => {
      const x = piece.x + at % piece.wide;
      const y = piece.y + Math.floor(at / piece.wide);
      const isOwn = x < Math.ceil(box.wide / 2) && y < Math.ceil(box.high / 2); /* a repeat across a middle is given whole */
      if (isOwn && (value !== CLEAR || ground !== null)) {
        put(x, y, value === CLEAR ? ground : value);
      }
    });
  });
  easel.finish("border");
}

/* Lay the unit round, `inset` knots inside the edge; false where there is no room for it. */
export function layBorder(easel, inset) {
  settle(easel);
  const { sheet, unit } = easel;
  const box = { x: inset, y: inset, wide: sheet.wide - 2 * inset, high: sheet.high - 2 * inset };
  if (!unit || !border(unit, box, (x, y, value) => sheet.put(x, y, value))) {
    return false;
  }
  easel.finish("border");
  return true;
}
