/* The rulers: column 1 stands at the left, row 1 at the bottom, whatever the page's direction; digits are the reader's. */
import { RULER } from "./camera.js";
import { digits } from "../words.js";

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

export function paintRulers(context, camera, look) {
  const { wide, high } = camera.view;
  context.fillStyle = look.ground;
  context.fillRect(0, 0, RULER.wide + wide, RULER.high);
  context.fillRect(0, 0, RULER.wide, RULER.high + high);
  context.font = "400 11px " + look.font;
  context.fillStyle = look.ink;
  context.strokeStyle = look.line;
  context.lineWidth = 1;
  context.direction = "ltr";
  columns(context, camera);
  rows(context, camera);
}

function stepFor(pixels, least) {
  return STEPS.find((step) => step * pixels >= least) || 2000;
}

function columns(context, camera) {
  const step = stepFor(camera.knotWide, 42);
  const { left, right } = camera.seen;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  eachNumber(left + 1, right, step, (number) => {
    const x = camera.place(number - .5, 0).x;
    if (x >= RULER.wide && x <= RULER.wide + camera.view.wide) {
      context.fillText(digits(String(number)), x, RULER.high - 8);
      tick(context, x, RULER.high - 5, x, RULER.high);
    }
  });
}

function rows(context, camera) {
  const step = stepFor(camera.scale, 26);
  const { top, bottom } = camera.seen;
  context.textAlign = "right";
  context.textBaseline = "middle";
  eachNumber(camera.high - bottom + 1, camera.high - top, step, (number) => {
    const y = camera.place(0, camera.high - number + .5).y;
    if (y >= RULER.high && y <= RULER.high + camera.view.high) {
      context.fillText(digits(String(number)), RULER.wide - 8, y);
      tick(context, RULER.wide - 5, y, RULER.wide, y);
    }
  });
}

/* 1, then the multiples of a step. */
function eachNumber(first, last, step, visit) {
  if (first <= 1 && step > 1) {
    visit(1);
  }
  for (let number = Math.ceil(first / step) * step; number <= last; number += step) {
    visit(number);
  }
}

function tick(context, x0, y0, x1, y1) {
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
}
