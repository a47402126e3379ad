/* What was counted on this device waits here until the server has it: counts only, by person and by day.
   Each sending bears a key, so that it can be repeated and is written once. Pages listen to «nawl:outbox». */
window.nawlOutbox = (function () {
  const PREFIX = "nawl.outbox.";
  const PAUSES = [2, 4, 8, 15, 30, 60];
  const user = document.body.dataset.user || "";
  const memory = {};
  const working = {};
  const timers = {};
  const tries = {};

  function nameOf(url) {
    return PREFIX + user + " " + url;
  }

  function read(url) {
    let text = memory[url];
    try {
      text = localStorage.getItem(nameOf(url)) || text;
    } catch (error) { /* no storage: it is kept as long as the page is open */ }
    return text ? JSON.parse(text) : { pending: {}, batch: null };
  }

  function write(url, box) {
    const isEmpty = !box.batch && !Object.keys(box.pending).length;
    const text = isEmpty ? "" : JSON.stringify(box);
    delete memory[url];
    try {
      if (isEmpty) {
        localStorage.removeItem(nameOf(url));
      } else {
        localStorage.setItem(nameOf(url), text);
      }
    } catch (error) {
      memory[url] = text;
    }
  }

  function urls() {
    const own = PREFIX + user + " ";
    const found = Object.keys(memory);
    try {
      for (let index = 0; index < localStorage.length; index += 1) {
        const name = localStorage.key(index);
        if (user && name.startsWith(own)) {
          found.push(name.slice(own.length));
        }
      }
    } catch (error) { /* no storage */ }
    return found;
  }

  function same(one, other) {
    return one[0] === other[0] && one[1] === other[1];
  }

  /* Keep what shall stand in a cell; `stored` is what the server has there. An ailing value is kept, but not sent. */
  function put(url, cell, now, stored, ails) {
    const box = read(url);
    const sent = box.batch && box.batch.cells[cell];
    const before = box.pending[cell] ? box.pending[cell].seen : sent ? sent.now : stored;
    if (same(before, now)) {
      delete box.pending[cell];
    } else {
      box.pending[cell] = { now: now, seen: before };
      if (ails) {
        box.pending[cell].ails = true;
      }
    }
    write(url, box);
  }

  function drop(url, cell) {
    const box = read(url);
    delete box.pending[cell];
    write(url, box);
  }

  /* A person has seen what stands there now and still wants the own value. */
  function insist(url, cell, seen) {
    const box = read(url);
    if (box.pending[cell]) {
      box.pending[cell].seen = seen;
      write(url, box);
    }
  }

  function counts(url) {
    const box = read(url);
    const cells = Object.assign({}, box.batch ? box.batch.cells : {}, box.pending);
    const ailing = Object.values(box.pending).filter((one) => one.ails).length;
    return { all: Object.keys(cells).length, ailing: ailing };
  }

  function uuid() {
    if (window.crypto.randomUUID) {
      return window.crypto.randomUUID();
    }
    const bytes = window.crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  function packed(url) {
    const box = read(url);
    if (!box.batch) {
      const sound = Object.keys(box.pending).filter((cell) => !box.pending[cell].ails);
      if (!sound.length) {
        return null;
      }
      box.batch = { key: uuid(), cells: {} };
      sound.forEach((cell) => {
        box.batch.cells[cell] = box.pending[cell];
        delete box.pending[cell];
      });
      write(url, box);
    }
    return box.batch;
  }

  function unpack(url) {
    const box = read(url);
    if (box.batch) {
      Object.keys(box.batch.cells).forEach((cell) => {
        const newer = box.pending[cell];
        box.pending[cell] = { now: newer ? newer.now : box.batch.cells[cell].now, seen: box.batch.cells[cell].seen };
        if (newer && newer.ails) {
          box.pending[cell].ails = true;
        }
      });
      box.batch = null;
      write(url, box);
    }
  }

  function tell(url, state, more) {
    const detail = Object.assign({ url: url, state: state, count: counts(url).all }, more);
    document.dispatchEvent(new CustomEvent("nawl:outbox", { detail: detail }));
  }

  function token() {
    const field = document.querySelector("input[name=csrfmiddlewaretoken]");
    return field ? field.value : "";
  }

  async function post(url, batch) {
    const cells = Object.keys(batch.cells).map((cell) => ({
      cell: cell, now: batch.cells[cell].now, seen: batch.cells[cell].seen
    }));
    const answer = await fetch(url, {
      method: "POST",
      keepalive: cells.length < 300,
      headers: { "Accept": "application/json", "Content-Type": "application/json", "X-CSRFToken": token() },
      body: JSON.stringify({ key: batch.key, cells: cells })
    });
    const isJson = (answer.headers.get("Content-Type") || "").startsWith("application/json");
    return { status: answer.redirected || (answer.ok && !isJson) ? 401 : answer.status, body: isJson ? await answer.json() : {} };
  }

  /* Send what waits; true when nothing sound is left to send. */
  async function send(url) {
    if (working[url]) {
      return working[url];
    }
    window.clearTimeout(timers[url]);
    working[url] = attempt(url);
    try {
      return await working[url];
    } finally {
      delete working[url];
    }
  }

  async function attempt(url) {
    for (let batch = packed(url); batch; batch = packed(url)) {
      tell(url, "sending");
      let answer;
      try {
        answer = await post(url, batch);
      } catch (error) {
        return later(url, "offline");
      }
      if (answer.status >= 500 || answer.status === 429) {
        return later(url, "failed");
      }
      if (answer.status !== 200) {
        unpack(url);
        if (answer.body.code === "key_reused") {
          return later(url, "failed");
        }
        tell(url, "refused", { status: answer.status, code: answer.body.code || "", message: answer.body.message || "" });
        return false;
      }
      acknowledge(url, batch, answer.body);
    }
    return true;
  }

  function acknowledge(url, batch, body) {
    const box = read(url);
    if (box.batch && box.batch.key === batch.key) {
      box.batch = null;
    }
    Object.keys(batch.cells).forEach((cell) => {
      if (box.pending[cell] && same(box.pending[cell].now, batch.cells[cell].now)) {
        delete box.pending[cell];
      }
    });
    write(url, box);
    tries[url] = 0;
    tell(url, "saved", { cells: batch.cells, time: body.time, contacts: body.contacts, first_visits: body.first_visits });
  }

  function later(url, state) {
    const pause = PAUSES[Math.min(tries[url] || 0, PAUSES.length - 1)];
    tries[url] = (tries[url] || 0) + 1;
    timers[url] = window.setTimeout(send, pause * 1000, url);
    tell(url, navigator.onLine ? state : "offline");
    return false;
  }

  function sendAll() {
    return Promise.all(urls().map(send));
  }

  function wipe() {
    urls().forEach((url) => write(url, { pending: {}, batch: null }));
  }

  window.addEventListener("online", sendAll);
  if (user) {
    window.setTimeout(sendAll, 500);
  }

  /* A page that takes no counts says so when some still wait here. */
  document.querySelectorAll("[data-waiting]").forEach(function (place) {
    const url = place.dataset.waiting;
    place.hidden = !counts(url).all;
    place.querySelector("[data-forget]").addEventListener("click", function () {
      write(url, { pending: {}, batch: null });
      place.hidden = true;
    });
  });

  /* Signing out leaves nothing behind: what waits is sent first; what cannot be sent is given up only when asked for. */
  document.addEventListener("submit", function (event) {
    const form = event.target.closest("form[data-leave]");
    if (!form || !urls().length) {
      return;
    }
    event.preventDefault();
    const patience = new Promise((resolve) => window.setTimeout(resolve, 4000));
    Promise.race([sendAll(), patience]).then(function () {
      if (!urls().length || window.confirm(form.dataset.leave)) {
        wipe();
        form.submit();
      }
    });
  }, true);

  return { put: put, drop: drop, insist: insist, read: read, counts: counts, send: send };
})();
