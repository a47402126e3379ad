/* A day's grid: keys, counters, running totals, saving as one goes. Without it the grid is a plain form. */
(function () {
  "use strict";
  const form = document.querySelector("form[data-tally]");
  if (!form || !window.nawlOutbox) {
    return;
  }
  const outbox = window.nawlOutbox;
  const url = form.dataset.cellsUrl;
  const words = JSON.parse(form.dataset.words);
  const table = form.querySelector(".tally");
  const html = document.documentElement;
  const isArabicDigits = html.dataset.digits === "arabic";
  const leftward = html.dir === "rtl" ? 1 : -1;
  const plural = new Intl.PluralRules(html.lang);
  const narrow = window.matchMedia("(max-width: 60rem)");
  const MOST = 99999;
  const NONE = [null, 0];
  let measure = form.dataset.measure;
  let sendTimer = 0;
  let firstWait = 0;
  let atEntry = null;

  /* ── words and numbers ── */
  function digits(text) {
    return isArabicDigits ? text.replace(/\d/g, (sign) => "٠١٢٣٤٥٦٧٨٩"[sign]) : text;
  }

  function shown(value) {
    const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, isArabicDigits ? "٬" : ",");
    return digits(grouped);
  }

  function western(text) {
    return text.replace(/[٠-٩]/g, (sign) => "٠١٢٣٤٥٦٧٨٩".indexOf(sign)).replace(/[۰-۹]/g, (sign) => "۰۱۲۳۴۵۶۷۸۹".indexOf(sign));
  }

  function say(sentence, facts) {
    const forms = words[sentence];
    const text = typeof forms === "string" ? forms : forms[plural.select(facts.count)] || forms.other;
    return text.replace(/%\((\w+)\)s/g, (whole, name) => (typeof facts[name] === "number" ? shown(facts[name]) : facts[name]));
  }

  /* ── cells ── */
  const rows = Array.from(table.querySelectorAll("[data-row]")).map(function (line, at) {
    const cells = Array.from(line.querySelectorAll("td[data-age]")).map(function (place, column) {
      const input = place.querySelector("input");
      return input ? makeCell(place, input, at, column) : null;
    });
    const beside = (line.dataset.beside || "0 0").split(" ").map(Number);
    return { line: line, cells: cells, beside: beside, total: line.querySelector("[data-total]"), group: line.parentElement };
  });
  const all = rows.flatMap((row) => row.cells.filter(Boolean));
  const byKey = new Map(all.map((cell) => [cell.key, cell]));
  const heads = Array.from(table.querySelectorAll("thead tr:last-child th"));

  function makeCell(place, input, row, column) {
    const stored = input.dataset.c === undefined ? NONE : [Number(input.dataset.c), Number(input.dataset.f)];
    return { place: place, input: input, row: row, column: column, key: input.id, stored: stored, now: stored, ails: "" };
  }

  function part(values) {
    return measure === "contacts" ? values[0] : values[0] === null ? null : values[1];
  }

  function show(cell) {
    if (cell.ails !== "text") {
      const value = part(cell.now);
      cell.input.value = value === null ? "" : shown(value);
    }
    cell.place.classList.toggle("on", Boolean(part(cell.now)));
    cell.place.classList.toggle("wrong", Boolean(cell.ails));
    if (cell.ails) {
      cell.input.setAttribute("aria-invalid", "true");
    } else {
      cell.input.removeAttribute("aria-invalid");
    }
  }

  function fault(now) {
    return now[1] > (now[0] || 0) ? "first" : "";
  }

  function faultText(cell) {
    return cell.ails === "text" ? words.notNumber : say("tooMany", { first: cell.now[1], contacts: cell.now[0] || 0 });
  }

  /* ── one change ── */
  function set(cell, now) {
    cell.now = now;
    cell.ails = fault(now);
    outbox.put(url, cell.key, now, cell.stored, Boolean(cell.ails));
    cell.place.classList.toggle("unsent", now[0] !== cell.stored[0] || now[1] !== cell.stored[1]);
    cell.place.classList.remove("differs");
    show(cell);
    addUp();
    if (cell.ails) {
      tell("refused", faultText(cell));
    } else {
      soon();
    }
  }

  /* Take what is typed; an emptied cell holds no first visits either, and they come back with its number. */
  function commit(cell) {
    const text = western(cell.input.value).replace(/[\s,٬]/g, "");
    if (text === "" || /^\d{1,5}$/.test(text)) {
      const value = text === "" ? null : Number(text);
      const first = atEntry && atEntry.cell === cell ? atEntry.now[1] : cell.now[1];
      const now = measure === "first_visits" ? [cell.now[0], value || 0] : value === null ? NONE : [value, first];
      if (now[0] !== cell.now[0] || now[1] !== cell.now[1] || cell.ails) {
        set(cell, now);
      } else {
        show(cell);
      }
      return;
    }
    cell.ails = "text";
    show(cell);
    tell("refused", words.notNumber);
  }

  function step(cell, by) {
    const value = part(cell.now);
    if (by < 0 && !value) {
      if (measure === "contacts" && value === 0) {
        set(cell, NONE);
      }
      return;
    }
    const next = (value || 0) + by;
    if (next > MOST) {
      return;
    }
    if (measure === "first_visits" && next > (cell.now[0] || 0)) {
      tell("refused", say("tooMany", { first: next, contacts: cell.now[0] || 0 }));
      return;
    }
    set(cell, measure === "contacts" ? [next, cell.now[1]] : [cell.now[0], next]);
  }

  /* ── totals both ways ── */
  function put(place, value) {
    if (place) {
      place.firstElementChild.textContent = shown(value);
    }
  }

  function sumOf(cells, index) {
    return cells.reduce((sum, cell) => sum + (cell ? cell.now[index] || 0 : 0), 0);
  }

  function addUp() {
    const index = measure === "contacts" ? 0 : 1;
    const sexes = { f: 0, m: 0 };
    let beside = 0;
    const whole = [0, 0];
    rows.forEach(function (row) {
      const women = sumOf(row.cells.slice(0, 5), index);
      const men = sumOf(row.cells.slice(5), index);
      row.line.querySelectorAll("[data-sex]").forEach((place) => put(place, place.dataset.sex === "f" ? women : men));
      put(row.total, women + men + row.beside[index]);
      row.total.classList.toggle("z", women + men + row.beside[index] === 0);
      sexes.f += women;
      sexes.m += men;
      beside += row.beside[index];
      [0, 1].forEach((one) => { whole[one] += sumOf(row.cells, one) + row.beside[one]; });
    });
    table.querySelectorAll("[data-foot]").forEach(function (place) {
      const column = place.dataset.foot;
      put(place, column === "all" ? sexes.f + sexes.m + beside : sumOf(rows.map((row) => row.cells[Number(column)]), index));
    });
    const sums = { contacts: whole[0], first_visits: whole[1], f: sexes.f, m: sexes.m };
    form.querySelectorAll("[data-sum]").forEach(function (place) {
      place.textContent = shown(sums[place.dataset.sum]);
    });
  }

  /* ── saving ── */
  const sync = form.querySelector("[data-sync]");
  const syncText = form.querySelector("[data-sync-text]");
  let savedText = syncText.textContent;

  function tell(state, text) {
    sync.dataset.state = state;
    if (syncText.textContent !== text) {
      syncText.textContent = text;
    }
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
        cell.place.classList.toggle("unsent", cell.now[0] !== cell.stored[0] || cell.now[1] !== cell.stored[1]);
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
    const pending = outbox.read(url).pending;
    const differing = [];
    all.forEach(function (cell) {
      const theirs = answer.cells[cell.key] || NONE;
      const mine = pending[cell.key];
      cell.stored = theirs;
      if (!mine) {
        cell.now = theirs;
        cell.ails = "";
        cell.place.classList.remove("unsent");
      } else if (mine.now[0] === theirs[0] && mine.now[1] === theirs[1]) {
        outbox.drop(url, cell.key);
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
  }

  /* ── two values for one cell ── */
  const court = document.querySelector("[data-conflicts]");

  function nameOf(cell) {
    const ids = cell.input.getAttribute("aria-labelledby").split(" ");
    const texts = ids.map((id) => document.getElementById(id)).map((place) => (place.querySelector(".svc-name, .svc-open") || place).textContent.trim());
    return texts.join(html.lang === "ar" ? "، " : ", ");
  }

  function written(values) {
    if (values[0] === null) {
      return words.nothing;
    }
    return values[1] ? shown(values[0]) + " (" + shown(values[1]) + ")" : shown(values[0]);
  }

  function ask(cells) {
    court.textContent = "";
    if (!cells.length) {
      soon();
      return;
    }
    const box = document.createElement("section");
    box.className = "tally-dup";
    box.tabIndex = -1;
    box.setAttribute("role", "alert");
    const title = document.createElement("h2");
    title.textContent = say("differ", { count: cells.length });
    const list = document.createElement("ul");
    cells.forEach((cell) => list.append(question(cell)));
    box.append(title, list);
    court.append(box);
    tell("refused", title.textContent);
    box.focus();
  }

  function question(cell) {
    const line = document.createElement("li");
    const text = document.createElement("span");
    text.textContent = say("both", { cell: nameOf(cell), mine: written(cell.now), theirs: written(cell.stored) });
    const acts = document.createElement("span");
    acts.className = "row";
    acts.append(
      choice(say("mine", { value: written(cell.now) }), function () { outbox.insist(url, cell.key, cell.stored); settle(cell, line); }),
      choice(say("theirs", { value: written(cell.stored) }), function () {
        outbox.drop(url, cell.key);
        cell.now = cell.stored;
        settle(cell, line);
      })
    );
    line.append(text, acts);
    return line;
  }

  function choice(label, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn--small";
    button.textContent = label;
    button.addEventListener("click", act);
    return button;
  }

  function settle(cell, line) {
    cell.place.classList.remove("differs");
    cell.place.classList.toggle("unsent", cell.now !== cell.stored);
    cell.ails = fault(cell.now);
    show(cell);
    addUp();
    line.remove();
    if (!court.querySelector("li")) {
      court.textContent = "";
      flush();
      cell.input.focus();
    }
  }

  /* ── keys ── */
  function go(cell) {
    if (cell) {
      open(rows[cell.row]);
      cell.input.focus();
      cell.input.select();
    }
    return Boolean(cell);
  }

  function besides(cell, by) {
    const order = all;
    return order[order.indexOf(cell) + by];
  }

  function along(cell, by) {
    for (let column = cell.column + by; column >= 0 && column < 10; column += by) {
      if (rows[cell.row].cells[column]) {
        return rows[cell.row].cells[column];
      }
    }
    return null;
  }

  function across(cell, by) {
    for (let row = cell.row + by; row >= 0 && row < rows.length; row += by) {
      if (rows[row].cells[cell.column]) {
        return rows[row].cells[cell.column];
      }
    }
    return null;
  }

  function turn(cell, by) {
    const next = across(cell, by);
    if (next) {
      return next;
    }
    for (let column = cell.column + by; column >= 0 && column < 10; column += by) {
      const cells = rows.map((row) => row.cells[column]).filter(Boolean);
      if (cells.length) {
        return by > 0 ? cells[0] : cells[cells.length - 1];
      }
    }
    return null;
  }

  function group(cell, by) {
    const groups = rows.map((row) => row.group).filter((one, at, list) => list.indexOf(one) === at);
    const wanted = groups[groups.indexOf(rows[cell.row].group) + by];
    const found = rows.filter((row) => row.group === wanted);
    return found.map((row) => row.cells[cell.column] || row.cells.find(Boolean)).find(Boolean);
  }

  const KEYS = {
    ArrowLeft: (cell) => go(along(cell, leftward)),
    ArrowRight: (cell) => go(along(cell, -leftward)),
    ArrowUp: (cell) => go(across(cell, -1)),
    ArrowDown: (cell) => go(across(cell, 1)),
    Enter: (cell, event) => go(turn(cell, event.shiftKey ? -1 : 1)),
    Home: (cell) => go(rows[cell.row].cells.find(Boolean)),
    End: (cell) => go(rows[cell.row].cells.slice().reverse().find(Boolean)),
    PageUp: (cell) => go(group(cell, -1)),
    PageDown: (cell) => go(group(cell, 1)),
    "+": (cell) => { step(cell, 1); cell.input.select(); },
    "-": (cell) => { step(cell, -1); cell.input.select(); },
    "*": () => switchTo(measure === "contacts" ? "first_visits" : "contacts"),
    Escape: (cell) => { cell.ails = ""; set(cell, atEntry ? atEntry.now : cell.stored); cell.input.select(); }
  };

  function cellOf(target) {
    return target && target.id ? byKey.get(target.id) : undefined;
  }

  form.addEventListener("keydown", function (event) {
    const cell = cellOf(event.target);
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const act = KEYS[event.key];
    if (act) {
      event.preventDefault();
      if (event.key !== "Escape") {
        commit(cell);
      }
      act(cell, event);
    } else if (event.key.length === 1 && !/[\d٠-٩۰-۹]/.test(event.key)) {
      event.preventDefault();
      if (event.key === "?" || event.key === "؟") {
        toggleKeys();
      }
    }
  });

  function toggleKeys() {
    const panel = document.querySelector("[data-keys]");
    panel.open = !panel.open;
    panel.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("keydown", function (event) {
    if ((event.key === "?" || event.key === "؟") && !event.defaultPrevented && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
      event.preventDefault();
      toggleKeys();
    }
  }, true);

  /* ── focus, light, typing ── */
  function light(column, isOn) {
    rows.forEach(function (row) {
      const place = row.line.querySelectorAll("td[data-age]")[column];
      place.classList.toggle("incol", isOn);
    });
    heads[column].classList.toggle("incol", isOn);
    table.querySelector('[data-foot="' + column + '"]').classList.toggle("incol", isOn);
  }

  form.addEventListener("focusin", function (event) {
    const cell = cellOf(event.target);
    if (cell) {
      atEntry = { cell: cell, now: cell.now };
      light(cell.column, true);
      window.setTimeout(() => cell.input.select(), 0);
    }
  });

  form.addEventListener("focusout", function (event) {
    const cell = cellOf(event.target);
    if (cell) {
      commit(cell);
      light(cell.column, false);
      atEntry = null;
    }
  });

  let typing = 0;
  form.addEventListener("input", function (event) {
    const cell = cellOf(event.target);
    if (cell) {
      cell.place.classList.remove("wrong");
      window.clearTimeout(typing);
      typing = window.setTimeout(function () {
        const caret = cell.input.selectionStart;
        commit(cell);
        if (document.activeElement === cell.input) {
          cell.input.setSelectionRange(caret, caret);
        }
      }, 600);
    }
  });

  /* ── measure ── */
  function switchTo(wanted) {
    all.forEach((cell) => (document.activeElement === cell.input ? commit(cell) : null));
    measure = wanted;
    form.dataset.measure = wanted;
    form.elements.measure.value = wanted;
    document.querySelectorAll("[data-definition]").forEach((place) => { place.hidden = place.dataset.definition !== wanted; });
    form.querySelectorAll("[data-of]").forEach((place) => place.classList.toggle("big--on", place.dataset.of === wanted));
    links.forEach(function (link) {
      if (measureOf(link) === wanted) {
        link.setAttribute("aria-current", "true");
        history.replaceState(null, "", link.href);
      } else {
        link.removeAttribute("aria-current");
      }
    });
    all.forEach(show);
    addUp();
    const focused = cellOf(document.activeElement);
    if (focused) {
      atEntry = { cell: focused, now: focused.now };
      focused.input.select();
    }
  }

  function measureOf(link) {
    return new URL(link.href).searchParams.get("measure") === "first-visits" ? "first_visits" : "contacts";
  }

  const links = Array.from(document.querySelectorAll(".tally-head .seg a"));
  links.forEach(function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      switchTo(measureOf(link));
    });
  });

  /* ── under the thumb ── */
  function open(row) {
    if (!narrow.matches || row.line.classList.contains("is-open")) {
      return;
    }
    rows.forEach((other) => mark(other, other === row));
    row.cells.filter(Boolean).forEach(makeTap);
  }

  function mark(row, isOpen) {
    row.line.classList.toggle("is-open", isOpen);
    const button = row.line.querySelector(".svc-open");
    if (button) {
      button.setAttribute("aria-expanded", String(isOpen));
    }
  }

  function makeTap(cell) {
    if (cell.place.classList.contains("tap")) {
      return;
    }
    const name = nameOf(cell);
    cell.place.classList.add("tap");
    cell.input.readOnly = !table.classList.contains("tally--typing");
    cell.input.tabIndex = -1;
    cell.place.append(tap("inc", say("add", { cell: name }), cell, 1), tap("dec", say("take", { cell: name }), cell, -1));
  }

  function tap(kind, label, cell, by) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = kind;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", () => step(cell, by));
    return button;
  }

  function unmakeTaps() {
    all.forEach(function (cell) {
      cell.place.classList.remove("tap");
      cell.place.querySelectorAll("button").forEach((button) => button.remove());
      cell.input.readOnly = false;
      cell.input.removeAttribute("tabindex");
    });
  }

  function makeOpener(row) {
    const name = row.line.querySelector(".svc-name");
    if (name) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "svc-open";
      button.textContent = name.textContent;
      button.setAttribute("aria-expanded", "false");
      button.addEventListener("click", function () {
        if (row.line.classList.contains("is-open")) {
          mark(row, false);
        } else {
          const before = button.getBoundingClientRect().top;
          open(row);
          window.scrollBy(0, button.getBoundingClientRect().top - before);
        }
      });
      name.replaceWith(button);
    }
  }

  function unmakeOpener(row) {
    const button = row.line.querySelector(".svc-open");
    if (button) {
      const name = document.createElement("span");
      name.className = "svc-name";
      name.textContent = button.textContent;
      button.replaceWith(name);
    }
    row.line.classList.remove("is-open");
  }

  const typer = document.querySelector("[data-typing]");
  typer.addEventListener("click", function () {
    const isTyping = table.classList.toggle("tally--typing");
    typer.setAttribute("aria-pressed", String(isTyping));
    all.forEach(function (cell) {
      cell.input.readOnly = !isTyping && cell.place.classList.contains("tap");
      cell.input.tabIndex = isTyping ? 0 : -1;
    });
  });

  function fit() {
    if (narrow.matches) {
      rows.forEach(makeOpener);
      open(rows[0]);
    } else {
      rows.forEach(unmakeOpener);
      unmakeTaps();
      table.classList.remove("tally--typing");
      typer.setAttribute("aria-pressed", "false");
    }
  }

  /* ── sending the form itself ── */
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

  /* ── beginning ── */
  function takeUp() {
    const box = outbox.read(url);
    const waiting = Object.assign({}, box.batch ? box.batch.cells : {}, box.pending);
    Object.keys(waiting).forEach(function (key) {
      const cell = byKey.get(key);
      if (cell) {
        cell.now = waiting[key].now;
        cell.ails = fault(cell.now);
        cell.place.classList.toggle("unsent", cell.now[0] !== cell.stored[0] || cell.now[1] !== cell.stored[1]);
      }
    });
    all.forEach(show);
    addUp();
    if (Object.keys(waiting).length) {
      soon();
    }
  }

  window.addEventListener("storage", takeUp);
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
  takeUp();
  if (!narrow.matches && !window.location.hash) {
    const first = all.find((cell) => cell.now[0] === null) || all[0];
    if (first) {
      first.input.focus({ preventScroll: true });
    }
  }
})();
