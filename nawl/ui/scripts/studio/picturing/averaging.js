/* A picture in linear light, and its area average over a grid whose knots are not square. */
import { LEVEL, LINEAR } from "./colour.js";

/* A picture's bytes (RGBA) as linear light, made smaller by a whole factor; what is transparent becomes white. */
export function lightOf(image, factor) {
  const wide = Math.floor(image.width / factor);
  const high = Math.floor(image.height / factor);
  const planes = new Uint16Array(wide * high * 3);
  const row = new Float32Array(wide * 3);
  for (let y = 0; y < high; y += 1) {
    row.fill(0);
    for (let dy = 0; dy < factor; dy += 1) {
      addRow(image, y * factor + dy, factor, wide, row);
    }
    const scale = 1 / (factor * factor);
    for (let at = 0; at < row.length; at += 1) {
      planes[y * wide * 3 + at] = row[at] * scale + .5;
    }
  }
  return { wide, high, planes };
}

function addRow(image, line, factor, wide, row) {
  const { data } = image;
  let from = line * image.width * 4;
  for (let x = 0; x < wide; x += 1) {
    for (let dx = 0; dx < factor; dx += 1, from += 4) {
      const alpha = data[from + 3] / 255;
      const rest = 4095 * (1 - alpha);
      row[x * 3] += LINEAR[data[from]] * alpha + rest;
      row[x * 3 + 1] += LINEAR[data[from + 1]] * alpha + rest;
      row[x * 3 + 2] += LINEAR[data[from + 2]] * alpha + rest;
    }
  }
}

/* Where each place of a grid begins in the picture, and how much of its first and last line it covers. */
function sharesOf(start, length, count, whole) {
  return Array.from({ length: count }, (_, at) => {
    const from = Math.min(whole - 1e-6, start + length * at / count);
    const to = Math.max(from + 1e-6, Math.min(whole, start + length * (at + 1) / count));
    const first = Math.floor(from);
    const last = Math.min(whole - 1, Math.ceil(to) - 1);
    return { first, last, head: first === last ? to - from : first + 1 - from, tail: to - last };
  });
}

/* The mean colour of each knot as a key of 18 bits, six a channel. `crop` is {x, y, wide, high} in shares of the picture. */
export function keysOf(light, crop, wide, high) {
  const columns = sharesOf(crop.x * light.wide, crop.wide * light.wide, wide, light.wide);
  const rows = sharesOf(crop.y * light.high, crop.high * light.high, high, light.high);
  const keys = new Uint32Array(wide * high);
  const sums = new Float32Array(wide * 3);
  const line = new Float32Array(wide * 3);
  rows.forEach((row, y) => {
    sums.fill(0);
    let weight = 0;
    for (let from = row.first; from <= row.last; from += 1) {
      const share = from === row.first ? row.head : from === row.last ? row.tail : 1;
      meanLine(light, from, columns, line);
      for (let at = 0; at < sums.length; at += 1) {
        sums[at] += line[at] * share;
      }
      weight += share;
    }
    for (let x = 0; x < wide; x += 1) {
      keys[y * wide + x] = keyOf(sums, x * 3, weight);
    }
  });
  return keys;
}

function keyOf(sums, at, weight) {
  const red = LEVEL[sums[at] / weight + .5 | 0];
  const green = LEVEL[sums[at + 1] / weight + .5 | 0];
  const blue = LEVEL[sums[at + 2] / weight + .5 | 0];
  return red >> 2 << 12 | green >> 2 << 6 | blue >> 2;
}

function meanLine(light, y, columns, line) {
  const { planes, wide } = light;
  for (let x = 0; x < columns.length; x += 1) {
    const { first, last, head, tail } = columns[x];
    let at = (y * wide + first) * 3;
    let red = planes[at] * head;
    let green = planes[at + 1] * head;
    let blue = planes[at + 2] * head;
    let weight = head;
    for (let from = first + 1; from <= last; from += 1) {
      const share = from === last ? tail : 1;
      at += 3;
      red += planes[at] * share;
      green += planes[at + 1] * share;
      blue += planes[at + 2] * share;
      weight += share;
    }
    line[x * 3] = red / weight;
    line[x * 3 + 1] = green / weight;
    line[x * 3 + 2] = blue / weight;
  }
}
