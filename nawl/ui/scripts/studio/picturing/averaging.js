/* A picture in linear light, and its area average over a grid whose knots are not square. */
import { LEVEL, LINEAR } from "./colour.js";

const ENOUGH = 1.3; /* pixels a knot each way, below which a smaller copy would blur what the chart will show */

/* A picture's bytes (RGBA) as linear light; what is transparent becomes white. */
export function lightOf(image) {
  const { data } = image;
  const planes = new Uint16Array(image.width * image.height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    const alpha = data[from + 3];
    if (alpha === 255) {
      planes[to] = LINEAR[data[from]];
      planes[to + 1] = LINEAR[data[from + 1]];
      planes[to + 2] = LINEAR[data[from + 2]];
    } else {
      const share = alpha / 255;
      const rest = 4095 * (1 - share);
      planes[to] = LINEAR[data[from]] * share + rest;
      planes[to + 1] = LINEAR[data[from + 1]] * share + rest;
      planes[to + 2] = LINEAR[data[from + 2]] * share + rest;
    }
  }
  return { wide: image.width, high: image.height, planes };
}

/* The same picture half as wide and half as high. */
export function halved(light) {
  const wide = light.wide >> 1;
  const high = light.high >> 1;
  const planes = new Uint16Array(wide * high * 3);
  const row = light.wide * 3;
  for (let y = 0, to = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const at = y * 2 * row + x * 6;
      for (let channel = 0; channel < 3; channel += 1, to += 1) {
        const from = at + channel;
        planes[to] = light.planes[from] + light.planes[from + 3] + light.planes[from + row] + light.planes[from + row + 3] + 2 >> 2;
      }
    }
  }
  return { wide, high, planes };
}

/* A picture in ever smaller copies, made when a crop first needs them. */
export class Copies {
  constructor(light) {
    this.all = [light];
  }

  /* The smallest copy that still shows the crop as sharply as the grid can. */
  for(crop, wide, high) {
    const [whole] = this.all;
    const spare = Math.min(crop.wide * whole.wide / wide, crop.high * whole.high / high) / ENOUGH;
    const level = Math.max(0, Math.floor(Math.log2(spare)));
    while (this.all.length <= level) {
      this.all.push(halved(this.all[this.all.length - 1]));
    }
    return this.all[level];
  }
}

/* Where each place of a grid begins and ends in the picture, and how much of its first and last line it covers. */
function sharesOf(start, length, count, whole) {
  const shares = {
    first: new Int32Array(count), last: new Int32Array(count), head: new Float32Array(count), tail: new Float32Array(count),
    whole: new Float32Array(count)
  };
  for (let at = 0; at < count; at += 1) {
    const from = Math.min(whole - 1e-6, start + length * at / count);
    const to = Math.max(from + 1e-6, Math.min(whole, start + length * (at + 1) / count));
    const first = Math.floor(from);
    const last = Math.min(whole - 1, Math.ceil(to) - 1);
    shares.first[at] = first;
    shares.last[at] = last;
    shares.head[at] = first === last ? to - from : first + 1 - from;
    shares.tail[at] = to - last;
    shares.whole[at] = to - from;
  }
  return shares;
}

/* The mean colour of each knot as a key of 18 bits, six a channel. `crop` is {x, y, wide, high} in shares of the picture.
   The lines of a row of knots are added up first, whole, and then parted into knots. */
export function keysOf(light, crop, wide, high) {
  const columns = sharesOf(crop.x * light.wide, crop.wide * light.wide, wide, light.wide);
  const rows = sharesOf(crop.y * light.high, crop.high * light.high, high, light.high);
  const start = columns.first[0];
  const sums = new Float32Array((columns.last[wide - 1] - start + 1) * 3);
  const keys = new Uint32Array(wide * high);
  for (let y = 0; y < high; y += 1) {
    sums.fill(0);
    for (let from = rows.first[y]; from <= rows.last[y]; from += 1) {
      const share = from === rows.first[y] ? rows.head[y] : from === rows.last[y] ? rows.tail[y] : 1;
      addLine(light.planes, (from * light.wide + start) * 3, share / rows.whole[y], sums);
    }
    part(sums, columns, start, keys, y * wide);
  }
  return keys;
}

function addLine(planes, from, share, sums) {
  for (let at = 0; at < sums.length; at += 1) {
    sums[at] += planes[from + at] * share;
  }
}

/* Part the summed line into knots and write their keys. */
function part(sums, columns, start, keys, to) {
  const { first, last, head, tail, whole } = columns;
  for (let x = 0; x < first.length; x += 1) {
    const end = (last[x] - start) * 3;
    let at = (first[x] - start) * 3;
    let red = sums[at] * head[x];
    let green = sums[at + 1] * head[x];
    let blue = sums[at + 2] * head[x];
    for (at += 3; at <= end; at += 3) {
      const share = at === end ? tail[x] : 1;
      red += sums[at] * share;
      green += sums[at + 1] * share;
      blue += sums[at + 2] * share;
    }
    keys[to + x] = LEVEL[near(red / whole[x])] >> 2 << 12 | LEVEL[near(green / whole[x])] >> 2 << 6 | LEVEL[near(blue / whole[x])] >> 2;
  }
}

function near(light) {
  const step = light + .5 | 0;
  return step > 4095 ? 4095 : step;
}
