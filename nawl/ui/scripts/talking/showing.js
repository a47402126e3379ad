/* What stands on the page: the row's number, the run in the largest signs, the row's runs, the key's word. */
let steps = [];

/* The sign that the printed chart has in the yarn's cells. */
function signOf(yarn) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const outline = document.createElementNS("http://www.w3.org/2000/svg", "path");
  drawing.setAttribute("viewBox", "0 0 1000 1000");
  drawing.setAttribute("aria-hidden", "true");
  outline.setAttribute("d", yarn.sign);
  drawing.append(outline);
  return drawing;
}

function patchOf(run) {
  const yarn = yarnOf(run);
  const patch = make("div", "talk-patch");
  const colour = make("div", "talk-colour");
  dye(colour, yarn);
  colour.append(make("b", "talk-count", digits(run.count)));
  if (yarn.sign) {
    const sign = make("span", "talk-sign");
    sign.append(signOf(yarn));
    colour.append(sign);
  }
  patch.append(colour, make("p", "talk-name", yarn.name));
  const about = [run.kind === "right" || run.kind === "left" ? words[run.kind + "-weaver"] : run.kind ? words[run.kind] : "", placeOf(run)];
  patch.append(make("p", "talk-about", about.filter(Boolean).join(" · ")));
  return patch;
}

function chipOf(step, at) {
  const entry = make("li", "");
  const chip = make("button", "talk-chip");
  chip.type = "button";
  chip.dataset.step = at;
  chip.classList.toggle("talk-chip--two", step.length > 1);
  step.forEach(function (run) {
    const yarn = yarnOf(run);
    const swatch = make("span", "talk-swatch");
    if (yarn.sign) {
      swatch.append(signOf(yarn));
    }
    dye(swatch, yarn);
    const label = make("span", "", digits(run.count) + " " + yarn.name);
    const half = make("span", "talk-half");
    half.append(swatch, label);
    chip.append(half);
  });
  entry.append(chip);
  return entry;
}

function showRow() {
  steps = stepsOf(state.row);
  state.step = Math.min(state.step, steps.length - 1);
  part("row").textContent = digits(state.row);
  part("rows").textContent = say("of", { of: start.high });
  part("progress").value = (state.row - 1) / start.high;
  part("runs").replaceChildren(...steps.map(chipOf));
  showStep();
}

function showStep() {
  const step = steps[state.step];
  part("now").replaceChildren(...step.map(patchOf));
  part("now").classList.toggle("talk-now--two", step.length > 1);
  page.querySelectorAll(".talk-chip").forEach(function (chip, at) {
    chip.classList.toggle("talk-chip--done", at < state.step);
    if (at === state.step) {
      chip.setAttribute("aria-current", "step");
    } else {
      chip.removeAttribute("aria-current");
    }
  });
  keepInView();
  drawStrip(step);
  showKeys();
  remember();
}

function keepInView() {
  const list = part("runs");
  const chip = list.querySelector("[aria-current]");
  if (chip) {
    const entry = chip.parentElement;
    list.scrollTop = entry.offsetTop - Math.max(0, (list.clientHeight - entry.offsetHeight) / 2);
  }
}

function wordOfKey() {
  if (!state.isSaid) {
    return state.row > 1 || state.step ? say("resume", { row: state.row }) : words.begin;
  }
  if (choices.mode === "row" && speaking) {
    return words.pause;
  }
  const isLast = state.step === steps.length - 1;
  if (choices.mode === "row" && !isLast) {
    return words["go-on"];
  }
  if (!isLast) {
    return words.next;
  }
  return state.row === start.high ? words.done : say("next-row", { row: state.row + 1 });
}

function showKeys() {
  part("next").textContent = wordOfKey();
  part("next").disabled = state.isSaid && !speaking && state.row === start.high && state.step === steps.length - 1;
  part("back").disabled = state.row === 1 && state.step === 0;
  page.dataset.state = speaking ? "speaking" : "waiting";
  if (state.row === start.high && state.isSaid && state.step === steps.length - 1) {
    part("progress").value = 1;
  }
}

function showChoices() {
  page.querySelectorAll("input[type=radio]").forEach(function (input) {
    input.checked = choices[input.name] === input.value;
  });
  part("speed").textContent = say("speed-is", { n: choices.speed + 1, of: SPEEDS.length });
  part("slower").disabled = choices.speed === 0;
  part("faster").disabled = choices.speed === SPEEDS.length - 1;
  part("middle").hidden = !start.mirrors;
  part("sounds").hidden = !hasVoice();
  part("now").setAttribute("aria-live", hasVoice() && choices.sound === "on" ? "off" : "polite");
  showLook();
}
