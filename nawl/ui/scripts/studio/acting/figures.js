/* Tools that are pulled over the sheet: hand, pencil, line, rectangle, ellipse. Each takes down, move, up; a point is
   {x, y} in knots, {px, py} on the canvas, `isEven` where Shift asks for a square, a circle, a straight line. */
import { boxOf, ellipse, evened, line, rectangle, straightened } from "../drawing/shapes.js";

export class Hand {
  down(point) {
    this.last = point;
  }

  move(point, easel) {
    easel.stage.camera.pan(point.px - this.last.px, point.py - this.last.py);
    easel.stage.look();
    this.last = point;
  }

  up() {}
}

export class Pencil {
  down(point, easel) {
    this.last = point;
    easel.dab(point.x, point.y);
    easel.stage.look();
  }

  move(point, easel) {
    line(this.last.x, this.last.y, point.x, point.y, (x, y) => easel.dab(x, y));
    this.last = point;
    easel.stage.look();
  }

  up(point, easel) {
    easel.finish("pencil");
  }
}

/* A figure between the place where it was begun and the place where the pointer is. */
class Figure {
  constructor(label) {
    this.label = label;
  }

  down(point, easel) {
    this.start = point;
    this.move(point, easel);
  }

  move(point, easel) {
    easel.redraw(() => this.draw(this.start, this.end(point, easel), easel));
  }

  up(point, easel) {
    easel.finish(this.label);
  }

  end(point, easel) {
    if (!point.isEven) {
      return point;
    }
    const [x, y] = evened(this.start.x, this.start.y, point.x, point.y, easel.cell);
    return { x, y };
  }
}

export class Line extends Figure {
  end(point) {
    if (!point.isEven) {
      return point;
    }
    const [x, y] = straightened(this.start.x, this.start.y, point.x, point.y);
    return { x, y };
  }

  draw(from, to, easel) {
    line(from.x, from.y, to.x, to.y, (x, y) => easel.dab(x, y));
  }
}

export class Rectangle extends Figure {
  draw(from, to, easel) {
    rectangle(boxOf(from.x, from.y, to.x, to.y), easel.isFilled, (x, y) => (easel.isFilled ? easel.put(x, y) : easel.dab(x, y)));
  }
}

export class Ellipse extends Figure {
  draw(from, to, easel) {
    ellipse(boxOf(from.x, from.y, to.x, to.y), easel.isFilled, (x, y) => (easel.isFilled ? easel.put(x, y) : easel.dab(x, y)));
  }
}
