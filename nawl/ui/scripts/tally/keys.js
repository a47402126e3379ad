/* Keys: arrows go to the side they point to, Enter to the next service, + and - count. */
function go(cell) {
  if (cell) {
    open(rows[cell.row]);
    cell.input.focus();
    cell.input.select();
  }
  return Boolean(cell);
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
  Escape: (cell) => { cell.ails = ""; set(cell, atEntry ? atEntry.back : cell.stored); cell.input.select(); }
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
