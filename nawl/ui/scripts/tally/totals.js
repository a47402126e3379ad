/* Totals both ways, and both measures in the sum bar. */
function fill(place, value) {
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
    row.line.querySelectorAll("[data-sex]").forEach((place) => fill(place, place.dataset.sex === "f" ? women : men));
    fill(row.total, women + men + row.beside[index]);
    row.total.classList.toggle("z", women + men + row.beside[index] === 0);
    sexes.f += women;
    sexes.m += men;
    beside += row.beside[index];
    [0, 1].forEach((one) => { whole[one] += sumOf(row.cells, one) + row.beside[one]; });
  });
  table.querySelectorAll("[data-foot]").forEach(function (place) {
    const column = place.dataset.foot;
    fill(place, column === "all" ? sexes.f + sexes.m + beside : sumOf(rows.map((row) => row.cells[Number(column)]), index));
  });
  const sums = { contacts: whole[0], first_visits: whole[1], f: sexes.f, m: sexes.m };
  form.querySelectorAll("[data-sum]").forEach(function (place) {
    place.textContent = shown(sums[place.dataset.sum]);
  });
}
