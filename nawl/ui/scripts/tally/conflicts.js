/* Two values for one cell: both are shown, and nothing is written until one is chosen. */
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
  cell.place.classList.toggle("unsent", differs(cell));
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
