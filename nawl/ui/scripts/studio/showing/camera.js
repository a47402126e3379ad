/* Where one looks: which knot stands in the corner of the view, and how many pixels a row takes. Never mirrored. */
const LEAST = .02;
const MOST = 64;
export const RULER = { wide: 42, high: 24 }; /* what the rulers take at the left and at the top */
const BAR = 70; /* what the zoom's buttons take at the bottom: a whole chart stands above them */

export class Camera {
  constructor(wide, high, cell) {
    this.wide = wide;
    this.high = high;
    this.cell = cell; /* a knot's width against its height */
    this.scale = 1; /* pixels a row */
    this.x = 0;
    this.y = 0;
    this.view = { wide: 1, high: 1 };
    this.isFitted = true;
  }

  get knotWide() {
    return this.scale * this.cell;
  }

  resize(wide, high) {
    this.view = { wide: Math.max(1, wide - RULER.wide), high: Math.max(1, high - RULER.high) };
    if (this.isFitted) {
      this.fit();
    } else {
      this.keepIn();
    }
  }

  get fitting() {
    return Math.min(this.view.wide / (this.wide * this.cell), Math.max(1, this.view.high - BAR) / this.high) * .97;
  }

  fit() {
    this.isFitted = true;
    this.scale = Math.min(MOST, Math.max(LEAST, this.fitting));
    this.keepIn();
  }

  /* The knot under a point of the canvas, with fractions. */
  at(px, py) {
    return { x: this.x + (px - RULER.wide) / this.knotWide, y: this.y + (py - RULER.high) / this.scale };
  }

  /* The point of the canvas where a knot begins. */
  place(x, y) {
    return { x: RULER.wide + (x - this.x) * this.knotWide, y: RULER.high + (y - this.y) * this.scale };
  }

  pan(dx, dy) {
    this.x -= dx / this.knotWide;
    this.y -= dy / this.scale;
    this.isFitted = false;
    this.keepIn();
  }

  /* Zoom so that what lies under a point stays there. */
  zoom(factor, px, py) {
    const before = this.at(px, py);
    this.scale = Math.min(MOST, Math.max(Math.min(LEAST, this.fitting), this.scale * factor));
    const after = this.at(px, py);
    this.x += before.x - after.x;
    this.y += before.y - after.y;
    this.isFitted = false;
    this.keepIn();
  }

  centreOn(x, y) {
    this.x = x + .5 - this.view.wide / this.knotWide / 2;
    this.y = y + .5 - this.view.high / this.scale / 2;
    this.isFitted = false;
    this.keepIn();
  }

  /* Follow a knot: move only when it would leave the view. */
  follow(x, y) {
    const acrossView = this.view.wide / this.knotWide;
    const downView = this.view.high / this.scale;
    const spareX = Math.min(2, acrossView / 4);
    const spareY = Math.min(2, downView / 4);
    this.x = Math.min(x - spareX, Math.max(this.x, x + 1 + spareX - acrossView));
    this.y = Math.min(y - spareY, Math.max(this.y, y + 1 + spareY - downView));
    this.keepIn();
  }

  keepIn() {
    this.x = kept(this.x, this.view.wide / this.knotWide, this.wide, 0);
    this.y = kept(this.y, this.view.high / this.scale, this.high, BAR / this.scale);
  }

  /* The knots in view: [left, top, right, bottom), within the chart. */
  get seen() {
    return {
      left: Math.max(0, Math.floor(this.x)),
      top: Math.max(0, Math.floor(this.y)),
      right: Math.min(this.wide, Math.ceil(this.x + this.view.wide / this.knotWide)),
      bottom: Math.min(this.high, Math.ceil(this.y + this.view.high / this.scale))
    };
  }
}

/* A chart smaller than the view stands in the middle of what the bar leaves; a larger one leaves at most a quarter of the view bare. */
function kept(at, view, whole, bar) {
  if (whole <= view) {
    return Math.min(0, (whole - view + bar) / 2);
  }
  return Math.min(whole - view * .75, Math.max(-view * .25, at));
}
