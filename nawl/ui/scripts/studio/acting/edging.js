/* The border: a unit that is selected, or a motif, laid round the carpet or round what is selected, its corners turned. */
import { border } from "../drawing/bordering.js";
import { patchOf } from "../drawing/patch.js";
import { settle } from "./carrying.js";

/* Keep what is selected as the unit of the border. */
export function takeUnit(easel) {
  settle(easel);
  if (easel.selection) {
    easel.unit = patchOf(easel.sheet, easel.selection);
    easel.turned.ring("unit");
  }
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
