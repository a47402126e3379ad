/* The row between its neighbours, and the patch of the run: the weaver's own view, left is left. */
const LIGHT = 0.19; // above it black is read better than white (WCAG: both contrasts are equal at 0.179)

function isLight(hex) {
  const channel = (at) => Math.pow(parseInt(hex.slice(at, at + 2), 16) / 255, 2.2);
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) > LIGHT;
}

function dye(element, yarn) {
  element.style.backgroundColor = yarn.hex || "";
  element.classList.toggle("talk-dark-dye", Boolean(yarn.hex) && !isLight(yarn.hex));
  element.classList.toggle("talk-light-dye", Boolean(yarn.hex) && isLight(yarn.hex));
  element.classList.toggle("talk-no-dye", !yarn.hex);
}

/* One window on three rows, the middle of a run in its middle. */
function drawWindow(pen, box, run) {
  const cell = Math.max(6, Math.min(24, box.wide / Math.max(24, Math.min(56, run.count * 1.5))));
  const shown = Math.min(start.wide, Math.ceil(box.wide / cell));
  const middle = (run.from + run.to) / 2;
  const first = Math.round(Math.max(0, Math.min(start.wide - shown, middle - shown / 2)));
  const side = Math.max(cell, box.wide / shown);
  [1, 0, -1].forEach(function (step, place) {
    const row = state.row + step;
    const top = [0, box.high * 0.27, box.high * 0.73][place];
    const high = box.high * (step ? 0.27 : 0.46);
    if (row >= 1 && row <= start.high) {
      drawRow(pen, cellsOf(row), { first: first, shown: shown, side: side, left: box.left, top: top, high: high, pale: step === 1 });
    }
  });
  frameRun(pen, box, { left: box.left + (Math.min(run.from, run.to) - first) * side, wide: run.count * side });
}

function drawRow(pen, cells, view) {
  for (let at = 0; at < view.shown; at += 1) {
    const yarn = yarnOf({ yarn: cells[view.first + at] });
    pen.globalAlpha = view.pale ? 0.5 : 1;
    pen.fillStyle = yarn.hex || pen.ground;
    pen.fillRect(Math.floor(view.left + at * view.side), view.top, Math.ceil(view.side), view.high);
    pen.globalAlpha = 1;
    pen.fillStyle = pen.line;
    const isTenth = (view.first + at) % 10 === 0;
    pen.fillRect(Math.floor(view.left + at * view.side), view.top, isTenth ? 2 : 0.5, view.high);
  }
  pen.fillStyle = pen.line;
  pen.fillRect(view.left, view.top, view.shown * view.side, 1);
}

/* A frame that is seen on every colour: paper within ink. */
function frameRun(pen, box, run) {
  const top = box.high * 0.27;
  const high = box.high * 0.46;
  pen.lineWidth = 7;
  pen.strokeStyle = pen.ink;
  pen.strokeRect(run.left, top, run.wide, high);
  pen.lineWidth = 3;
  pen.strokeStyle = pen.ground;
  pen.strokeRect(run.left, top, run.wide, high);
}

function drawStrip(step) {
  const canvas = part("strip");
  const wide = canvas.clientWidth;
  const high = canvas.clientHeight;
  const sharp = window.devicePixelRatio || 1;
  canvas.width = Math.round(wide * sharp);
  canvas.height = Math.round(high * sharp);
  const pen = canvas.getContext("2d");
  const style = window.getComputedStyle(page);
  Object.assign(pen, { ink: style.getPropertyValue("--ink"), ground: style.getPropertyValue("--paper"), line: "rgb(0 0 0 / .28)" });
  pen.scale(sharp, sharp);
  const ordered = step.slice().sort((one, other) => one.from - other.from);
  const gap = ordered.length > 1 ? 12 : 0;
  const each = (wide - gap) / ordered.length;
  ordered.forEach(function (run, at) {
    const box = { left: at * (each + gap), wide: each, high: high };
    const shownRun = run.kind === "middle" ? Object.assign({}, run, { from: Math.min(run.from, run.to), to: Math.max(run.from, run.to) }) : run;
    pen.save();
    pen.beginPath();
    pen.rect(box.left, 0, box.wide, high);
    pen.clip();
    drawWindow(pen, box, shownRun);
    pen.restore();
  });
}
