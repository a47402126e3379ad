/* Tiles of 256 × 256 pixels, painted from the bytes once and kept; level n shows 2ⁿ × 2ⁿ knots a pixel, averaged in
   linear light, so that a whole carpet is a few tiles. What is drawn repaints only its own part of each level. */
import { LEVEL, LINEAR, channels } from "../picturing/colour.js";
import { TILE } from "../drawing/places.js";

const MOST_KEPT = 400;

export class Tiles {
  constructor(sheet) {
    this.sheet = sheet;
    this.kept = new Map();
    this.pixels = new Uint32Array(256);
    this.light = new Uint16Array(256 * 3);
  }

  /* `hexes`: a colour for each index; the rest is bare warp. */
  dye(hexes, bare) {
    for (let index = 0; index < 256; index += 1) {
      const [red, green, blue] = channels(hexes[index] || bare);
      this.pixels[index] = 255 << 24 | blue << 16 | green << 8 | red;
      this.light.set([LINEAR[red], LINEAR[green], LINEAR[blue]], index * 3);
    }
    this.kept.clear();
  }

  levelFor(pixelsAKnot) {
    const deepest = Math.max(0, Math.ceil(Math.log2(Math.max(this.sheet.wide, this.sheet.high) / TILE)));
    return Math.min(deepest, 6, Math.max(0, Math.floor(-Math.log2(pixelsAKnot) + .2)));
  }

  has(level, tx, ty) {
    return this.kept.has(keyOf(level, tx, ty));
  }

  get(level, tx, ty) {
    const key = keyOf(level, tx, ty);
    let tile = this.kept.get(key);
    if (tile) {
      this.kept.delete(key); /* the last used stands last */
    } else {
      tile = makeTile();
      this.paint(tile, level, tx * TILE, ty * TILE, TILE, TILE, tx * TILE, ty * TILE);
    }
    this.kept.set(key, tile);
    if (this.kept.size > MOST_KEPT) {
      this.kept.delete(this.kept.keys().next().value);
    }
    return tile.canvas;
  }

  /* Repaint what the touched tiles show, in every level that is kept. */
  refresh() {
    const { sheet } = this;
    const touched = [];
    sheet.stale.forEach((isStale, at) => {
      if (isStale) {
        touched.push([at % sheet.across, Math.floor(at / sheet.across)]);
        sheet.stale[at] = 0;
      }
    });
    if (touched.length) {
      this.kept.forEach((tile, key) => this.refreshTile(tile, key, touched));
    }
    return touched.length > 0;
  }

  refreshTile(tile, key, touched) {
    const [level, tx, ty] = key.split(" ").map(Number);
    const side = TILE >> level || 1;
    touched.forEach(([x, y]) => {
      if (x >> level === tx && y >> level === ty) {
        const left = x * TILE >> level;
        const top = y * TILE >> level;
        this.paint(tile, level, left, top, side, side, tx * TILE, ty * TILE);
      }
    });
  }

  /* Paint pixels [left, left + wide) × [top, top + high) of a level onto a tile that begins at (x, y) of that level. */
  paint(tile, level, left, top, wide, high, x, y) {
    const { sheet, pixels } = this;
    const right = Math.min(left + wide, Math.ceil(sheet.wide / (1 << level)));
    const bottom = Math.min(top + high, Math.ceil(sheet.high / (1 << level)));
    if (right <= left || bottom <= top) {
      return;
    }
    const image = tile.context.createImageData(right - left, bottom - top);
    const out = new Uint32Array(image.data.buffer);
    let at = 0;
    for (let row = top; row < bottom; row += 1) {
      for (let column = left; column < right; column += 1) {
        out[at] = level ? this.mean(level, column, row) : pixels[sheet.cells[row * sheet.wide + column]];
        at += 1;
      }
    }
    tile.context.putImageData(image, left - x, top - y);
  }

  mean(level, column, row) {
    const { sheet, light } = this;
    const side = 1 << level;
    const right = Math.min(sheet.wide, (column + 1) * side);
    const bottom = Math.min(sheet.high, (row + 1) * side);
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let y = row * side; y < bottom; y += 1) {
      for (let at = y * sheet.wide + column * side; at < y * sheet.wide + right; at += 1) {
        const index = sheet.cells[at] * 3;
        red += light[index];
        green += light[index + 1];
        blue += light[index + 2];
      }
    }
    const count = (right - column * side) * (bottom - row * side);
    return 255 << 24 | LEVEL[blue / count | 0] << 16 | LEVEL[green / count | 0] << 8 | LEVEL[red / count | 0];
  }
}

function keyOf(level, tx, ty) {
  return level + " " + tx + " " + ty;
}

function makeTile() {
  const canvas = typeof OffscreenCanvas === "undefined" ? document.createElement("canvas") : new OffscreenCanvas(TILE, TILE);
  canvas.width = TILE;
  canvas.height = TILE;
  return { canvas, context: canvas.getContext("2d") };
}
