/* The ground of the stage: the chart itself, out of tiles. At most a few tiles are painted anew in one frame; until theirs
   is ready, places show the coarser level. */
import { TILE } from "../drawing/places.js";
import { RULER } from "./camera.js";

const PATIENCE = 10; /* ms a frame may spend on painting tiles */

/* Draw what the camera sees; true when everything stood ready. */
export function paintGround(context, camera, tiles, ratio) {
  const { sheet } = tiles;
  const level = tiles.levelFor(Math.min(camera.knotWide, camera.scale) * ratio);
  const side = TILE << level;
  const { left, top, right, bottom } = camera.seen;
  const begun = performance.now();
  let isWhole = true;
  context.save();
  context.beginPath();
  context.rect(RULER.wide, RULER.high, camera.view.wide, camera.view.high);
  context.clip();
  context.imageSmoothingEnabled = level > 0 || camera.scale * ratio < 1;
  for (let ty = Math.floor(top / side); ty * side < bottom; ty += 1) {
    for (let tx = Math.floor(left / side); tx * side < right; tx += 1) {
      const isLate = performance.now() - begun > PATIENCE;
      if (isLate && !tiles.has(level, tx, ty)) {
        isWhole = false;
        paintCoarse(context, camera, tiles, level, tx, ty, ratio);
        continue;
      }
      const wide = Math.min(side, sheet.wide - tx * side);
      const high = Math.min(side, sheet.high - ty * side);
      drawPart(context, camera, tiles.get(level, tx, ty), { x: 0, y: 0, scale: 1 << level },
        { x: tx * side, y: ty * side, wide, high }, ratio);
    }
  }
  context.restore();
  return isWhole;
}

/* Edges stand on whole pixels of the screen, so that no seam shows between tiles. */
function drawPart(context, camera, canvas, source, knots, ratio) {
  const from = camera.place(knots.x, knots.y);
  const to = camera.place(knots.x + knots.wide, knots.y + knots.high);
  const x = Math.round(from.x * ratio) / ratio;
  const y = Math.round(from.y * ratio) / ratio;
  context.drawImage(canvas, source.x, source.y, knots.wide / source.scale, knots.high / source.scale, x, y,
    Math.round(to.x * ratio) / ratio - x, Math.round(to.y * ratio) / ratio - y);
}

function paintCoarse(context, camera, tiles, level, tx, ty, ratio) {
  for (let coarse = level + 1; coarse <= level + 4; coarse += 1) {
    const shift = coarse - level;
    if (tiles.has(coarse, tx >> shift, ty >> shift)) {
      const side = TILE << level;
      const part = TILE >> shift;
      const source = { x: (tx & (1 << shift) - 1) * part, y: (ty & (1 << shift) - 1) * part, scale: 1 << coarse };
      const wide = Math.min(side, tiles.sheet.wide - tx * side);
      const high = Math.min(side, tiles.sheet.high - ty * side);
      drawPart(context, camera, tiles.get(coarse, tx >> shift, ty >> shift), source,
        { x: tx * side, y: ty * side, wide, high }, ratio);
      return;
    }
  }
}
