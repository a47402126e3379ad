/* Which yarn each knot gets: a table over 18-bit colours, filled only where the picture has colours. Brightness, contrast
   and saturation are part of the table, so that a slider costs the colours there are, not the knots. */
import { channels, weighed } from "./colour.js";

const KEYS = 1 << 18;
const EMPTY = 255;

export class Table {
  /* `yarns`: [{index, hex}]; `tone`: {brightness, contrast, saturation}, each −100 to 100. */
  constructor(yarns, tone) {
    this.yarns = yarns.map((yarn) => ({ index: yarn.index, at: weighed(...channels(yarn.hex)) }));
    this.tone = tone;
    this.nearest = new Uint8Array(KEYS).fill(EMPTY);
  }

  of(keys) {
    const knots = new Uint8Array(keys.length);
    const { nearest } = this;
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at];
      let yarn = nearest[key];
      if (yarn === EMPTY) {
        yarn = this.find(key);
        nearest[key] = yarn;
      }
      knots[at] = yarn;
    }
    return knots;
  }

  find(key) {
    const [l, a, b] = weighed(...toned(key, this.tone));
    let best = 0;
    let least = Infinity;
    for (let n = 0; n < this.yarns.length; n += 1) {
      const { at } = this.yarns[n];
      const distance = (at[0] - l) ** 2 + (at[1] - a) ** 2 + (at[2] - b) ** 2;
      if (distance < least) {
        least = distance;
        best = this.yarns[n].index;
      }
    }
    return best;
  }
}

/* The middle of a key's colour after the sliders, as sRGB levels. Pillow's own enhancers do the same: brightness multiplies,
   contrast leans on the middle grey, saturation on the colour's own grey. */
export function toned(key, tone) {
  const bright = 1 + tone.brightness / 100;
  const contrast = 1 + tone.contrast / 100;
  const rich = 1 + tone.saturation / 100;
  const levels = [key >> 12 & 63, key >> 6 & 63, key & 63].map((step) => clipped((step * 4 + 2) * bright));
  const stretched = levels.map((level) => clipped(128 + (level - 128) * contrast));
  const grey = .299 * stretched[0] + .587 * stretched[1] + .114 * stretched[2];
  return stretched.map((level) => clipped(grey + (level - grey) * rich));
}

function clipped(level) {
  return Math.min(255, Math.max(0, level));
}
