/* Which yarn each knot gets: a table over 18-bit colours, filled only where the picture has colours. Brightness, contrast
   and saturation are part of the table, so that a slider costs the colours there are, not the knots. */
import { LIGHT, SUBSTEPS, channels, weigh, weighed } from "./colour.js";

const KEYS = 1 << 18;
const EMPTY = 255;

export class Table {
  /* `yarns`: [{index, hex}]; `tone`: {brightness, contrast, saturation}, each −100 to 100. */
  constructor(yarns, tone) {
    this.indices = yarns.map((yarn) => yarn.index);
    this.places = Float64Array.from(yarns.flatMap((yarn) => weighed(...channels(yarn.hex))));
    this.toning = new Toning(tone);
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
    const { places, toning } = this;
    const place = toning.placeOf(key);
    let best = 0;
    let least = Infinity;
    for (let n = 0, at = 0; at < places.length; n += 1, at += 3) {
      const l = places[at] - place[0];
      const a = places[at + 1] - place[1];
      const b = places[at + 2] - place[2];
      const distance = l * l + a * a + b * b;
      if (distance < least) {
        least = distance;
        best = n;
      }
    }
    return this.indices[best];
  }
}

/* The sliders: brightness multiplies, contrast stretches about the middle grey, saturation about the colour's own grey;
   in this order, clipped after each, as the server does (nawl/weaving/pictures/toning.py). */
export class Toning {
  constructor(tone) {
    const bright = 1 + tone.brightness / 100;
    const contrast = 1 + tone.contrast / 100;
    this.rich = 1 + tone.saturation / 100;
    this.levels = Float32Array.from({ length: 64 }, (_, step) => clipped(128 + (clipped((step * 4 + 2) * bright) - 128) * contrast));
    this.place = new Float64Array(3);
  }

  /* The place of a key's middle in OKLab, after the sliders; the same array each time. */
  placeOf(key) {
    const red = this.levels[key >> 12 & 63];
    const green = this.levels[key >> 6 & 63];
    const blue = this.levels[key & 63];
    const grey = .299 * red + .587 * green + .114 * blue;
    weigh(this.lightOf(grey, red), this.lightOf(grey, green), this.lightOf(grey, blue), this.place);
    return this.place;
  }

  lightOf(grey, level) {
    return LIGHT[clipped(grey + (level - grey) * this.rich) * SUBSTEPS + .5 | 0];
  }
}

function clipped(level) {
  return Math.min(255, Math.max(0, level));
}
