/* Under the thumb: one service open, a wide button to add, a narrow one to take away. */
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
