/* Tools of one touch: fill, take a colour up, change one colour into another. */
import { flood, recolour } from "../drawing/flood.js";
import { UNSET } from "../drawing/places.js";
import { eachImage } from "../drawing/symmetry.js";

const HEAVY = 1 << 21; /* knots above which filling is done on the second thread */

export class Fill {
  down(point, easel) {
    const { sheet, draft } = easel;
    if (!sheet.inside(point.x, point.y) || sheet.at(point.x, point.y) === easel.yarn) {
      return;
    }
    const seeds = [];
    eachImage(easel.symmetry, sheet.wide, sheet.high, point.x, point.y, (x, y) => seeds.push([x, y]));
    if (sheet.cells.length < HEAVY) {
      seeds.forEach(([x, y]) => flood(sheet, x, y, easel.yarn));
      easel.finish("fill");
    } else if (!draft.isBusy) {
      draft.isBusy = true;
      easel.beside.ask("flood", { seeds, value: easel.yarn }).then((delta) => {
        draft.isBusy = false;
        if (delta) {
          draft.adopt(delta, "fill");
        }
      }, () => { draft.isBusy = false; });
    }
  }

  move() {}

  up() {}
}

export class Dropper {
  down(point, easel) {
    this.move(point, easel);
  }

  move(point, easel) {
    const found = easel.sheet.at(point.x, point.y);
    if (found !== UNSET) {
      easel.choose(found);
    }
  }

  up(point, easel) {
    easel.tools.back();
  }
}

export class Recolour {
  down(point, easel) {
    if (easel.sheet.inside(point.x, point.y)) {
      recolour(easel.sheet, easel.sheet.at(point.x, point.y), easel.yarn);
      easel.finish("recolour");
    }
  }

  move() {}

  up() {}
}
