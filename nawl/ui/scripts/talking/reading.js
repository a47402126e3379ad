/* One big key: say this, then the next. In a whole row it pauses and goes on; a row's end waits for the weaver. */
let isAnnounced = true;

function sayStep(done) {
  const said = stepKeys(state.row, state.step, steps, isAnnounced);
  said.forEach(function (item, at) {
    const next = said[at + 1];
    item.isRight = choices.order === "two" && !item.voice && item.key !== "row";
    item.isBreath = Boolean(next) && (item.key.startsWith("yarn:") || next.voice !== item.voice || next.key === "end");
  });
  state.isSaid = true;
  isAnnounced = false;
  speak(said, done);
  showStep();
}

function sayHere() {
  if (choices.mode === "run") {
    sayStep(showKeys);
    return;
  }
  sayStep(function () {
    if (state.step < steps.length - 1) {
      state.step += 1;
      sayHere();
    } else {
      showKeys();
    }
  });
}

function goTo(row, step) {
  hush();
  state.row = row;
  state.step = step;
  state.isSaid = false;
  showRow();
}

function next() {
  wakeVoice();
  keepAwake();
  const isLast = state.step === steps.length - 1;
  if (choices.mode === "row" && speaking) {
    hush();
    showKeys();
    return;
  }
  if (!state.isSaid || (choices.mode === "row" && !isLast)) {
    sayHere();
  } else if (!isLast) {
    state.step += 1;
    sayHere();
  } else if (state.row < start.high) {
    goTo(state.row + 1, 0);
    sayHere();
  }
}

function again() {
  wakeVoice();
  keepAwake();
  if (choices.mode === "row") {
    state.step = 0;
  }
  sayHere();
}

function back() {
  wakeVoice();
  keepAwake();
  if (choices.mode === "row" && state.step > 0) {
    state.step = 0;
    showStep();
  } else if (choices.mode === "run" && state.step > 0) {
    state.step -= 1;
    showStep();
  } else if (state.row > 1) {
    goTo(state.row - 1, 0);
    state.step = choices.mode === "run" ? steps.length - 1 : 0;
    showStep();
  } else {
    return;
  }
  sayHere();
}

function choose(name, value) {
  choices[name] = value;
  hush();
  if (name === "order" || name === "face") {
    isAnnounced = true;
    goTo(state.row, 0);
  }
  showChoices();
  showRow();
}

function changeSpeed(by) {
  choices.speed = Math.max(0, Math.min(SPEEDS.length - 1, choices.speed + by));
  prepared.clear();
  showChoices();
  remember();
}

function jump(text) {
  const row = Number(western(text.trim()));
  const isRow = Number.isInteger(row) && row >= 1 && row <= start.high;
  part("refused").textContent = isRow ? "" : say("jump-refused", { of: start.high });
  if (isRow) {
    isAnnounced = true;
    goTo(row, 0);
    showOptions(false);
  }
}
