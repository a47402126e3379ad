/* Colours for the preview: linear light by tables, OKLab after Ottosson (2020) with a and b weighted 2. */
const STEPS = 4095;
export const LINEAR = Uint16Array.from({ length: 256 }, (_, level) => {
  const value = level / 255;
  return Math.round(STEPS * (value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4));
});
export const LEVEL = Uint8Array.from({ length: STEPS + 1 }, (_, step) => {
  const light = step / STEPS;
  return Math.round(255 * (light <= .0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - .055));
});

export const SUBSTEPS = 16;
export const LIGHT = Float32Array.from({ length: 255 * SUBSTEPS + 1 }, (_, step) => {
  const value = step / SUBSTEPS / 255;
  return value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
});

/* Write the OKLab place of linear light; a and b are twice as long, as the eye of a weaver judges yarn. */
export function weigh(r, g, b, place) {
  const l = Math.cbrt(.4122214708 * r + .5363325363 * g + .0514459929 * b);
  const m = Math.cbrt(.2119034982 * r + .6806995451 * g + .1073969566 * b);
  const s = Math.cbrt(.0883024619 * r + .2817188376 * g + .6299787005 * b);
  place[0] = .2104542553 * l + .793617785 * m - .0040720468 * s;
  place[1] = 2 * (1.9779984951 * l - 2.428592205 * m + .4505937099 * s);
  place[2] = 2 * (.0259040371 * l + .7827717662 * m - .808675766 * s);
}

/* The same place of sRGB levels, 0 to 255. */
export function weighed(red, green, blue) {
  const place = [0, 0, 0];
  weigh(LIGHT[red * SUBSTEPS], LIGHT[green * SUBSTEPS], LIGHT[blue * SUBSTEPS], place);
  return place;
}

export function channels(hex) {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}
