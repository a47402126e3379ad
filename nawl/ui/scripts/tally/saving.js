/* Saving as one goes: the state line, what the outbox tells, what colleagues wrote. */
const sync = form.querySelector("[data-sync]");
const syncText = form.querySelector("[data-sync-text]");
const signIn = form.querySelector("[data-sign-in]");
let savedText = syncText.textContent;

let isNoticed = false;
let afterNotice = null;

function tell(state, text) {
  if (isNoticed && state !== "refused") {
    afterNotice = [state, text];
    return;
  }
  sync.dataset.state = state;
  signIn.hidden = text !== words.signedOut;
  if (syncText.textContent !== text) {
    syncText.textContent = text;
  }
}

/* A refusal of one keystroke stays long enough to be read. */
function notice(text) {
  tell("refused", text);
  isNoticed = true;
  afterNotice = afterNotice || ["saved", savedText];
  window.setTimeout(function () {
    isNoticed = false;
    const next = afterNotice;
    afterNotice = null;
    if (next) {
      tell(next[0], next[1]);
    }
  }, 2500);
}

function soon() {
  const count = outbox.counts(url).all;
  if (!count) {
    tell("idle", savedText);
    return;
  }
  if (navigator.onLine === false) {
    tell("offline", words.offline);
  } else if (sync.dataset.state !== "sending") {
    tell("waiting", say("waiting", { count: count }));
  }
  firstWait = firstWait || Date.now();
  window.clearTimeout(sendTimer);
  sendTimer = window.setTimeout(flush, Date.now() - firstWait > 4000 ? 0 : 900);
}

function flush() {
  window.clearTimeout(sendTimer);
  firstWait = 0;
  return outbox.send(url);
}

document.addEventListener("nawl:outbox", function (event) {
  const told = event.detail;
  if (told.url !== url) {
    return;
  }
  if (told.state === "saved") {
    saved(told);
  } else if (told.state === "sending") {
    tell("sending", say("sending", { count: told.count }));
  } else if (told.state === "offline") {
    tell("offline", words.offline);
  } else if (told.state === "failed") {
    tell("offline", words.failed);
  } else {
    refused(told);
  }
});

function saved(told) {
  Object.keys(told.cells).forEach(function (key) {
    const cell = byKey.get(key);
    if (cell) {
      cell.stored = told.cells[key].now;
      cell.place.classList.toggle("unsent", differs(cell));
    }
  });
  savedText = say("saved", { time: told.time });
  const ailing = all.find((cell) => cell.ails);
  if (ailing) {
    tell("refused", faultText(ailing));
  } else {
    tell("saved", savedText);
  }
  const isAlone = !outbox.counts(url).all;
  const sums = [sumOf(all, 0) + sumBeside(0), sumOf(all, 1) + sumBeside(1)];
  if (isAlone && !ailing && (sums[0] !== told.contacts || sums[1] !== told.first_visits)) {
    refresh();
  }
}

function sumBeside(index) {
  return rows.reduce((sum, row) => sum + row.beside[index], 0);
}

function refused(told) {
  if (told.code === "tally_changed_meanwhile") {
    refresh();
  } else if (told.status === 401) {
    tell("refused", words.signedOut);
  } else if (told.code === "form_expired") {
    tell("refused", words.expired);
  } else {
    tell("refused", told.message || words.failed);
  }
}

/* Take over what colleagues wrote in other cells, and show both values where we wrote too. */
async function refresh() {
  let answer;
  try {
    answer = await fetch(url, { headers: { "Accept": "application/json" } });
    answer = await answer.json();
  } catch (error) {
    return;
  }
  const box = outbox.read(url);
  const differing = [];
  savedText = say("saved", { time: answer.time });
  all.forEach(function (cell) {
    const theirs = answer.cells[cell.key] || NONE;
    const mine = box.pending[cell.key];
    if (box.batch && box.batch.cells[cell.key] || cell.ails === "text") {
      return; /* on its way, or not yet a number */
    }
    cell.stored = theirs;
    if (!mine) {
      cell.now = theirs;
      cell.ails = "";
      cell.place.classList.remove("unsent");
    } else if (mine.now[0] === theirs[0] && mine.now[1] === theirs[1]) {
      outbox.drop(url, cell.key);
      cell.now = theirs;
      cell.place.classList.remove("unsent");
    } else if (mine.seen[0] !== theirs[0] || mine.seen[1] !== theirs[1]) {
      differing.push(cell);
    }
    cell.place.classList.toggle("differs", differing.includes(cell));
    if (document.activeElement !== cell.input) {
      show(cell);
    }
  });
  addUp();
  ask(differing);
  if (!outbox.counts(url).all) {
    tell("saved", savedText);
  }
}
