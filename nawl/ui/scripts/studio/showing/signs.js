/* Signs over the knots, so that a chart is read without colours: outlines on a square of 1000 units. */
import { LINEAR, channels } from "../picturing/colour.js";
import { RULER } from "./camera.js";

const LEAST = 9; /* pixels a knot needs before a sign in it can be read */

export class Signs {
  constructor() {
    this.paths = [];
    this.inks = [];
  }

  dye(yarns) {
    this.paths = yarns.map((yarn) => new Path2D(yarn.sign || ""));
    this.inks = yarns.map((yarn) => inkOn(yarn.hex));
  }

  paint(context, camera, sheet) {
    const side = Math.min(camera.knotWide, camera.scale);
    if (side < LEAST) {
      return;
    }
    const { left, top, right, bottom } = camera.seen;
    const scale = side * .72 / 1000;
    context.save();
    context.beginPath();
    context.rect(RULER.wide, RULER.high, camera.view.wide, camera.view.high);
    context.clip();
    const base = context.getTransform();
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) {
        const index = sheet.cells[y * sheet.wide + x];
        if (this.paths[index]) {
          const at = camera.place(x + .5, y + .5);
          context.setTransform(base.a * scale, 0, 0, base.d * scale,
            base.e + base.a * (at.x - 500 * scale), base.f + base.d * (at.y - 500 * scale));
          context.fillStyle = this.inks[index];
          context.fill(this.paths[index]);
        }
      }
    }
    context.restore();
  }
}

/* Black or white, whichever is read better on a colour. */
export function inkOn(hex) {
  const [red, green, blue] = channels(hex).map((level) => LINEAR[level] / 4095);
  return .2126 * red + .7152 * green + .0722 * blue > .2 ? "#1a1511" : "#ffffff";
}
