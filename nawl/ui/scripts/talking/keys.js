/* The keys: the big one for hand, foot and keyboard; the others; the screen stays lit while the chart is read. */
let lastPress = 0;
let wakeLock = null;

async function keepAwake() {
  if (!navigator.wakeLock || wakeLock || document.visibilityState !== "visible") {
    return;
  }
  try {
    wakeLock = await navigator.wakeLock.request("screen");
    wakeLock.addEventListener("release", function () {
      wakeLock = null;
    });
  } catch (error) { /* a low battery, or not allowed: the screen goes dark as the device is set */ }
}

/* A hand that trembles or a pedal that bounces counts once. */
function press(event) {
  if (event.timeStamp - lastPress > 220) {
    lastPress = event.timeStamp;
    openLots(false);
    next();
  }
}

/* The dye lots lie over the row while they are open; they stand only where some are meant. */
function openLots(isOpen) {
  if (part("lots")) {
    part("lots").open = isOpen;
  }
}

function showOptions(isOpen) {
  part("options").hidden = !isOpen;
  part("main").hidden = isOpen;
  part("keys").hidden = isOpen;
  part("open").setAttribute("aria-expanded", String(isOpen));
  if (isOpen) {
    hush();
    part("options").querySelector("input:checked").focus();
  } else {
    showRow();
    part("next").focus();
  }
}

/* A pedal sends what is set on it: space, enter, an arrow or the page keys. */
const ACTS = {
  " ": press,
  Enter: press,
  ArrowDown: press,
  PageDown: press,
  ArrowUp: back,
  PageUp: back,
  Backspace: back,
  r: again,
  R: again,
  "ق": again,
  "+": () => changeSpeed(1),
  "=": () => changeSpeed(1),
  "-": () => changeSpeed(-1),
};

function onKey(event) {
  const act = ACTS[event.key];
  const isControl = event.target.closest("button, input, a, select, textarea, summary") && event.target !== part("next");
  if (event.key === "Escape" && !part("options").hidden) {
    showOptions(false);
  } else if (act && part("options").hidden && !event.ctrlKey && !event.metaKey && !event.altKey) {
    if (isControl && (event.key === " " || event.key === "Enter")) {
      return;
    }
    event.preventDefault();
    if (!event.repeat) {
      act(event);
    }
  }
}

/* After a touch the big key has the focus again, so that the pedal goes on with it; a keyboard stays where it is. */
function touched(name, act) {
  part(name).addEventListener("click", function (event) {
    act(event);
    if (event.detail > 0 && part("options").hidden) {
      part("next").focus({ preventScroll: true });
    }
  });
}

function listen() {
  touched("next", press);
  touched("back", back);
  touched("repeat", again);
  touched("open", () => showOptions(part("options").hidden));
  touched("close", () => showOptions(false));
  touched("forget", forgetOnDevice);
  touched("slower", () => changeSpeed(-1));
  touched("faster", () => changeSpeed(1));
  part("options").addEventListener("change", function (event) {
    if (event.target.type === "radio") {
      choose(event.target.name, event.target.value);
    }
  });
  if (part("lots")) {
    part("lots").addEventListener("click", (event) => event.detail > 0 && part("next").focus({ preventScroll: true }));
  }
  part("jump").addEventListener("submit", function (event) {
    event.preventDefault();
    jump(event.target.elements.row.value);
  });
  part("runs").addEventListener("click", function (event) {
    const chip = event.target.closest("[data-step]");
    if (chip) {
      wakeVoice();
      state.step = Number(chip.dataset.step);
      sayHere();
      part("next").focus({ preventScroll: true });
    }
  });
  document.addEventListener("keydown", onKey);
  document.addEventListener("keyup", function (event) {
    if (event.target === part("next") && event.key === " ") {
      event.preventDefault();
    }
  });
  document.addEventListener("visibilitychange", () => state.isSaid && keepAwake());
  window.addEventListener("resize", () => part("main").hidden || drawStrip(steps[state.step]));
}
