/* Cells: what the server has (stored), what shall stand (now), each as services and first visits. */
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
  cell.place.classList.toggle("nil", measure === "first_visits" && part(cell.now) === 0);
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

function differs(cell) {
  return cell.now[0] !== cell.stored[0] || cell.now[1] !== cell.stored[1];
}

function sound(cell) {
  return fault(cell.now) ? cell.stored : cell.now;
}

function faultText(cell) {
  return cell.ails === "text" ? words.notNumber : say("tooMany", { first: cell.now[1], contacts: cell.now[0] || 0 });
}
