/* The whole carpet, small, with what is in view; a touch goes there. */
import { RULER } from "./camera.js";
import { paintGround } from "./ground.js";
import { Camera } from "./camera.js";

export class MiniMap {
  constructor(canvas, stage) {
    this.canvas = canvas;
    this.stage = stage;
    this.context = canvas.getContext("2d");
    ["pointerdown", "pointermove"].forEach((name) => canvas.addEventListener(name, (event) => this.go(event)));
  }

  go(event) {
    if (event.buttons & 1) {
      event.preventDefault();
      this.canvas.setPointerCapture(event.pointerId);
      const box = this.canvas.getBoundingClientRect();
      const { camera } = this.stage;
      camera.centreOn(Math.floor((event.clientX - box.left) / box.width * camera.wide),
        Math.floor((event.clientY - box.top) / box.height * camera.high));
      this.stage.look();
    }
  }

  paint(ratio) {
    const { camera, tiles } = this.stage;
    const aspect = camera.wide * camera.cell / camera.high;
    const wide = Math.round(Math.min(74, 110 * aspect) * ratio);
    const high = Math.round(wide / aspect);
    if (this.canvas.width !== wide || this.canvas.height !== high) {
      this.canvas.width = wide;
      this.canvas.height = high;
      this.canvas.style.setProperty("inline-size", wide / ratio + "px");
      this.canvas.style.setProperty("block-size", high / ratio + "px");
    }
    const small = new Camera(camera.wide, camera.high, camera.cell);
    small.resize(wide + RULER.wide, high + RULER.high);
    small.scale = high / camera.high;
    small.x = 0;
    small.y = 0;
    this.context.setTransform(1, 0, 0, 1, -RULER.wide, -RULER.high);
    const isWhole = paintGround(this.context, small, tiles, 1);
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.paintView(camera, wide, high, ratio);
    return isWhole;
  }

  paintView(camera, wide, high, ratio) {
    const x = Math.max(0, camera.x / camera.wide) * wide;
    const y = Math.max(0, camera.y / camera.high) * high;
    const right = Math.min(1, (camera.x + camera.view.wide / camera.knotWide) / camera.wide) * wide;
    const bottom = Math.min(1, (camera.y + camera.view.high / camera.scale) / camera.high) * high;
    if (right - x < wide - 1 || bottom - y < high - 1) {
      [["#33261d", 4], ["#fffdf9", 2]].forEach(([style, width]) => {
        this.context.strokeStyle = style;
        this.context.lineWidth = width * ratio;
        this.context.strokeRect(x + ratio, y + ratio, right - x - 2 * ratio, bottom - y - 2 * ratio);
      });
    }
  }
}
