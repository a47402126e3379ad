/* Focus, the lit row and column, what is being typed. */
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
    atEntry = { cell: cell, now: cell.now, back: sound(cell) };
    light(cell.column, true);
    const found = cell.input.value;
    window.setTimeout(function () {
      if (document.activeElement === cell.input && cell.input.value === found) {
        cell.input.select(); /* a click would put the caret between the digits; a digit already typed stays */
      }
    }, 0);
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
