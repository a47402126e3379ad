/* One change: taken from what is typed, or one step; kept in the outbox at once. */
function set(cell, now) {
  cell.now = now;
  cell.ails = fault(now);
  outbox.put(url, cell.key, now, cell.stored, Boolean(cell.ails));
  cell.place.classList.toggle("unsent", differs(cell));
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
    notice(say("tooMany", { first: next, contacts: cell.now[0] || 0 }));
    return;
  }
  set(cell, measure === "contacts" ? [next, cell.now[1]] : [cell.now[0], next]);
}
