/* What lies over the chart: lines between knots, blocks of ten counted from the lower left, axes, lonely knots, the place
   of the keyboard, what is selected, what is about to be laid down. */
import { axesOf } from "../drawing/symmetry.js";
import { RULER } from "./camera.js";

const AXIS = "#e0463f";
const LONELY = "#f2b23c";
const WHITE = "#fffdf9";
const BLACK = "#33261d";

export function paintMarks(context, camera, shown, ratio) {
  context.save();
  context.beginPath();
  context.rect(RULER.wide, RULER.high, camera.view.wide, camera.view.high);
  context.clip();
  if (shown.isGridded) {
    paintLines(context, camera, ratio);
  }
  paintAxes(context, camera, shown.symmetry);
  paintLonely(context, camera, shown.lonely, shown.lonelyAt);
  shown.ghosts.forEach((box) => frame(context, camera, box, [[WHITE, 2, [4, 4], 0]]));
  if (shown.selection) {
    frame(context, camera, shown.selection, [[WHITE, 3, [], 0], [BLACK, 3, [6, 5], -shown.march]]);
  }
  if (shown.cursor) {
    frame(context, camera, { ...shown.cursor, wide: 1, high: 1 }, [[BLACK, 4, [], 0], [WHITE, 2, [], 0]]);
  }
  context.restore();
}

function paintLines(context, camera, ratio) {
  const { left, top, right, bottom } = camera.seen;
  const isFine = Math.min(camera.knotWide, camera.scale) >= 5;
  const isCoarse = Math.min(camera.knotWide, camera.scale) * 10 >= 12;
  const start = camera.place(left, top);
  const end = camera.place(right, bottom);
  const uprights = (pick) => {
    for (let x = left; x <= right; x += 1) {
      if (pick(x)) {
        const at = sharp(camera.place(x, 0).x, ratio);
        context.moveTo(at, start.y);
        context.lineTo(at, end.y);
      }
    }
  };
  const levels = (pick) => {
    for (let y = top; y <= bottom; y += 1) {
      if (pick(camera.high - y)) {
        const at = sharp(camera.place(0, y).y, ratio);
        context.moveTo(start.x, at);
        context.lineTo(end.x, at);
      }
    }
  };
  const stroke = (style, width, pick) => {
    context.beginPath();
    uprights(pick);
    levels(pick);
    context.strokeStyle = style;
    context.lineWidth = width;
    context.stroke();
  };
  if (isFine) {
    stroke("rgb(0 0 0 / .22)", 1, (at) => at % 10 !== 0);
  }
  if (isCoarse) {
    stroke(isFine ? "rgb(0 0 0 / .65)" : "rgb(0 0 0 / .3)", isFine ? 1.5 : 1, (at) => at % 10 === 0);
  }
}

function sharp(at, ratio) {
  return (Math.round(at * ratio) + .5) / ratio;
}

function paintAxes(context, camera, symmetry) {
  const { upright, level, point } = axesOf(symmetry);
  const middle = camera.place(camera.wide / 2, camera.high / 2);
  const start = camera.place(0, 0);
  const end = camera.place(camera.wide, camera.high);
  context.beginPath();
  if (upright) {
    context.moveTo(middle.x, start.y - 8);
    context.lineTo(middle.x, end.y + 8);
  }
  if (level) {
    context.moveTo(start.x - 8, middle.y);
    context.lineTo(end.x + 8, middle.y);
  }
  context.strokeStyle = AXIS;
  context.lineWidth = 1.75;
  context.setLineDash([7, 5]);
  context.stroke();
  context.setLineDash([]);
  if (point) {
    context.beginPath();
    context.arc(middle.x, middle.y, 7, 0, 2 * Math.PI);
    context.moveTo(middle.x - 12, middle.y);
    context.lineTo(middle.x + 12, middle.y);
    context.moveTo(middle.x, middle.y - 12);
    context.lineTo(middle.x, middle.y + 12);
    context.stroke();
  }
}

/* Places of lonely knots: saffron squares; the one that is shown has a second, wider one. */
function paintLonely(context, camera, lonely, chosen) {
  const { left, top, right, bottom } = camera.seen;
  const grow = Math.max(0, (9 - camera.scale) / 2);
  context.strokeStyle = LONELY;
  context.lineWidth = camera.scale < 6 ? 1.5 : 2.5;
  for (let n = 0; n < lonely.length; n += 1) {
    const x = lonely[n] % camera.wide;
    const y = Math.floor(lonely[n] / camera.wide);
    if (x >= left && x < right && y >= top && y < bottom) {
      const at = camera.place(x, y);
      context.strokeRect(at.x - grow, at.y - grow, camera.knotWide + 2 * grow, camera.scale + 2 * grow);
      if (n === chosen) {
        context.strokeRect(at.x - grow - 5, at.y - grow - 5, camera.knotWide + 2 * grow + 10, camera.scale + 2 * grow + 10);
      }
    }
  }
}

function frame(context, camera, box, strokes) {
  const from = camera.place(box.x, box.y);
  const to = camera.place(box.x + box.wide, box.y + box.high);
  strokes.forEach(([style, width, dash, offset]) => {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.setLineDash(dash);
    context.lineDashOffset = offset;
    context.strokeRect(from.x, from.y, to.x - from.x, to.y - from.y);
  });
  context.setLineDash([]);
}
