/* The crop: a frame of the carpet's true proportion over the picture, moved and pulled by mouse, finger or keys. */
const GRIP = 22;

export class Cropping {
  constructor(canvas, changed) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.changed = changed;
    this.crop = { x: 0, y: 0, wide: 1, high: 1 };
    canvas.addEventListener("pointerdown", (event) => this.down(event));
    canvas.addEventListener("pointermove", (event) => this.move(event));
    ["pointerup", "pointercancel"].forEach((name) => canvas.addEventListener(name, () => { this.held = null; }));
    canvas.addEventListener("keydown", (event) => this.key(event));
  }

  /* `aspect`: the carpet's width against its length. */
  open(bitmap, aspect) {
    this.bitmap = bitmap;
    this.ratio = aspect * bitmap.height / bitmap.width; /* a share of the width for a share of the height */
    const high = Math.min(1, 1 / this.ratio);
    const wide = Math.min(1, high * this.ratio);
    this.crop = { x: (1 - wide) / 2, y: (1 - high) / 2, wide, high };
    const scale = Math.min(1, 520 / Math.max(bitmap.width, bitmap.height));
    this.canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    this.canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    this.paint();
  }

  paint() {
    const { canvas, context, crop } = this;
    const x = crop.x * canvas.width;
    const y = crop.y * canvas.height;
    const wide = crop.wide * canvas.width;
    const high = crop.high * canvas.height;
    context.drawImage(this.bitmap, 0, 0, canvas.width, canvas.height);
    context.fillStyle = "rgb(0 0 0 / .55)";
    context.fillRect(0, 0, canvas.width, y);
    context.fillRect(0, y + high, canvas.width, canvas.height);
    context.fillRect(0, y, x, high);
    context.fillRect(x + wide, y, canvas.width, high);
    [["#33261d", 4], ["#fffdf9", 2]].forEach(([style, line]) => {
      context.strokeStyle = style;
      context.lineWidth = line;
      context.strokeRect(x, y, wide, high);
    });
    [[x, y], [x + wide, y], [x, y + high], [x + wide, y + high]].forEach(([cx, cy]) => {
      context.fillStyle = "#33261d";
      context.fillRect(cx - 7, cy - 7, 14, 14);
      context.fillStyle = "#fffdf9";
      context.fillRect(cx - 5, cy - 5, 10, 10);
    });
  }

  point(event) {
    const box = this.canvas.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  }

  down(event) {
    if (!this.bitmap) {
      return;
    }
    event.preventDefault();
    this.canvas.focus({ preventScroll: true });
    this.canvas.setPointerCapture(event.pointerId);
    const at = this.point(event);
    const box = this.canvas.getBoundingClientRect();
    const near = (x, y) => Math.hypot((at.x - x) * box.width, (at.y - y) * box.height) < GRIP;
    const { x, y, wide, high } = this.crop;
    const corner = [[x, y, 1, 1], [x + wide, y, 0, 1], [x, y + high, 1, 0], [x + wide, y + high, 0, 0]].find(([cx, cy]) => near(cx, cy));
    /* the corner across stays where it is */
    this.held = corner ? { anchor: { x: x + wide * corner[2], y: y + high * corner[3] } } : { from: at, crop: { ...this.crop } };
  }

  move(event) {
    if (!this.held) {
      return;
    }
    const at = this.point(event);
    if (this.held.anchor) {
      this.pull(this.held.anchor, at);
    } else {
      const { crop, from } = this.held;
      this.set({ ...crop, x: crop.x + at.x - from.x, y: crop.y + at.y - from.y });
    }
  }

  pull(anchor, at) {
    const toLeft = at.x < anchor.x;
    const toTop = at.y < anchor.y;
    const room = Math.min(toTop ? anchor.y : 1 - anchor.y, (toLeft ? anchor.x : 1 - anchor.x) / this.ratio);
    const high = Math.min(room, Math.max(.03, Math.abs(at.y - anchor.y), Math.abs(at.x - anchor.x) / this.ratio));
    const wide = high * this.ratio;
    this.set({ x: toLeft ? anchor.x - wide : anchor.x, y: toTop ? anchor.y - high : anchor.y, wide, high });
  }

  set(crop) {
    const x = Math.min(1 - crop.wide, Math.max(0, crop.x));
    const y = Math.min(1 - crop.high, Math.max(0, crop.y));
    this.crop = { x, y, wide: crop.wide, high: crop.high };
    this.paint();
    this.changed();
  }

  key(event) {
    const step = event.shiftKey ? .05 : .01;
    const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    const { crop } = this;
    if (moves[event.key]) {
      event.preventDefault();
      this.set({ ...crop, x: crop.x + moves[event.key][0], y: crop.y + moves[event.key][1] });
    } else if (event.key === "+" || event.key === "-") {
      event.preventDefault();
      const most = Math.min(1, 1 / this.ratio);
      const high = Math.min(most, Math.max(.03, crop.high * (event.key === "-" ? 1.05 : .95)));
      const wide = high * this.ratio;
      this.set({ x: crop.x + (crop.wide - wide) / 2, y: crop.y + (crop.high - high) / 2, wide, high });
    }
  }
}
