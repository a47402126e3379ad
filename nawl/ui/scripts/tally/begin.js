/* Sending the sheet, closing the day, taking up what waited on this device. */
form.addEventListener("submit", async function (event) {
  event.preventDefault();
  const isClosing = event.submitter && event.submitter.hasAttribute("data-close");
  const focused = cellOf(document.activeElement);
  if (focused) {
    commit(focused);
  }
  const ailing = all.find((cell) => cell.ails);
  const isSent = await flush();
  if (!isClosing) {
    return;
  }
  if (ailing) {
    tell("refused", words.mend);
    go(ailing);
  } else if (isSent && !outbox.counts(url).all) {
    document.getElementById("closing").submit();
  } else if (sync.dataset.state !== "refused") {
    tell("offline", words.offline + " " + words.closing);
  }
});

/* Show what waits in the outbox: from before, or from another page of the same day. */
function takeUp() {
  const box = outbox.read(url);
  const waiting = Object.assign({}, box.batch ? box.batch.cells : {}, box.pending);
  Object.keys(waiting).forEach(function (key) {
    const cell = byKey.get(key);
    if (cell) {
      cell.now = waiting[key].now;
      cell.ails = fault(cell.now);
      cell.place.classList.toggle("unsent", differs(cell));
    }
  });
  all.forEach(show);
  addUp();
  return Object.keys(waiting).length;
}

/* Another page of the same day has written or sent: it goes on sending, this one only helps out. */
let watch = 0;
window.addEventListener("storage", function (event) {
  if (event.key && !event.key.endsWith(" " + url)) {
    return;
  }
  window.clearTimeout(watch);
  if (takeUp()) {
    watch = window.setTimeout(flush, 6000);
  } else {
    watch = window.setTimeout(refresh, 50);
  }
});
window.addEventListener("offline", () => tell("offline", words.offline));
window.addEventListener("online", flush);
window.addEventListener("pagehide", function () {
  const focused = cellOf(document.activeElement);
  if (focused) {
    commit(focused);
  }
  flush();
});
document.addEventListener("visibilitychange", function () {
  if (document.visibilityState === "hidden") {
    flush();
  }
});
narrow.addEventListener("change", fit);
fit();
if (takeUp()) {
  soon();
}
if (!narrow.matches && !window.location.hash) {
  const first = all.find((cell) => cell.now[0] === null) || all[0];
  if (first) {
    first.input.focus({ preventScroll: true });
  }
}
