/* What the weaver chose, and the row at which she stands: kept on the device, one place for each chart. */
const ALLOWED = {
  mode: ["run", "row"],
  order: ["right", "left", "middle", "two"],
  face: ["front", "back"],
  look: ["as-set", "light", "dark", "strong"],
  digits: ["arabic", "western"],
  sound: ["on", "off"],
};
const SPEEDS = [0.65, 0.8, 1, 1.2, 1.45];
const choices = { mode: "run", order: "right", face: "front", look: "as-set", digits: "arabic", sound: "on", speed: 2 };
const themeAsSet = root.dataset.theme || "system";

function nameOfPlace() {
  return "nawl.talking." + start.fingerprint;
}

function remember() {
  if (isForgotten) {
    return;
  }
  try {
    localStorage.setItem(nameOfPlace(), JSON.stringify({ row: state.row, step: state.step, choices: choices }));
  } catch (error) { /* no storage: the page begins at the first row the next time */ }
}

function forgetPlace() {
  try {
    localStorage.removeItem(nameOfPlace());
  } catch (error) { /* no storage: nothing is kept */ }
}

function recall() {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(nameOfPlace())) || {};
  } catch (error) { /* nothing kept, or nothing readable */ }
  const wanted = Object.assign({}, start.choices, kept.choices);
  Object.keys(ALLOWED).forEach(function (name) {
    if (ALLOWED[name].includes(wanted[name])) {
      choices[name] = wanted[name];
    }
  });
  if (Number.isInteger(wanted.speed) && SPEEDS[wanted.speed]) {
    choices.speed = wanted.speed;
  }
  if (choices.order === "middle" && !start.mirrors) {
    choices.order = "right";
  }
  state.row = Number.isInteger(kept.row) && kept.row >= 1 && kept.row <= start.high ? kept.row : 1;
  state.step = Number.isInteger(kept.step) && kept.step >= 0 ? kept.step : 0;
  return Boolean(kept.row);
}

function showLook() {
  root.dataset.theme = choices.look === "as-set" ? themeAsSet : choices.look === "light" ? "light" : "dark";
  const isAsked = choices.look === "as-set" && window.matchMedia("(prefers-contrast: more)").matches;
  const isStrong = choices.look === "strong" || isAsked;
  page.classList.toggle("talk--strong", isStrong);
  root.classList.add("talk-ground");
  root.classList.toggle("talk-ground--strong", isStrong);
}
