/* Behind the page: a copy of the sheet on a second thread, for whatever takes longer than a frame. */
import { applied, between } from "./drawing/delta.js";
import { withoutIslands, withoutIsolated } from "./drawing/cleaning.js";
import { checked } from "./drawing/checks.js";
import { flood } from "./drawing/flood.js";
import { Sheet } from "./drawing/sheet.js";
import { Preview } from "./picturing/preview.js";

let sheet = null;
let preview = null;

const ACTS = {
  open(order) {
    sheet = new Sheet(order.wide, order.high, order.cells);
    return true;
  },
  follow(order) {
    applied(sheet.cells, order.delta, order.isForward);
    applied(sheet.base, order.delta, order.isForward);
    return true;
  },
  check(order) {
    return checked(sheet.cells, sheet.wide, sheet.high, order.symmetry, order.isFlat);
  },
  clean(order) {
    let cells = withoutIsolated(sheet.cells, sheet.wide, sheet.high, order.passes);
    cells = order.least > 1 ? withoutIslands(cells, sheet.wide, sheet.high, order.least) : cells;
    return between(sheet.cells, cells);
  },
  flood(order) {
    order.seeds.forEach(([x, y]) => flood(sheet, x, y, order.value));
    const delta = sheet.take();
    if (delta) {
      applied(sheet.cells, delta, false); /* the page takes it over and tells so, like any other step */
      applied(sheet.base, delta, false);
    }
    return delta;
  },
  async picture(order) {
    preview = null;
    const bitmap = await createImageBitmap(order.file, { imageOrientation: "from-image" });
    const image = pixelsOf(bitmap, order.most);
    preview = new Preview(image, order.wide, order.high, order.symmetry);
    return { wide: bitmap.width, high: bitmap.height, bitmap };
  },
  preview(order) {
    return preview.of(order.wish);
  }
};

/* The pixels of a picture; above `most` pixels it is read smaller. */
function pixelsOf(bitmap, most) {
  const scale = Math.min(1, Math.sqrt(most / (bitmap.width * bitmap.height)));
  const wide = Math.max(1, Math.round(bitmap.width * scale));
  const high = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(wide, high).getContext("2d", { willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, wide, high);
  return context.getImageData(0, 0, wide, high);
}

function goods(answer) {
  const found = [];
  [answer, answer && answer.knots, answer && answer.places, answer && answer.bitmap].forEach((thing) => {
    if (thing && thing.buffer instanceof ArrayBuffer) {
      found.push(thing.buffer);
    } else if (typeof ImageBitmap !== "undefined" && thing instanceof ImageBitmap) {
      found.push(thing);
    }
  });
  return found;
}

self.addEventListener("message", async (event) => {
  const { number, act, order } = event.data;
  try {
    const answer = await ACTS[act](order);
    self.postMessage({ number, answer }, goods(answer));
  } catch (error) {
    self.postMessage({ number, fault: String(error && error.message || error) });
  }
});
