/* The switch between services and first visits: which number the grid writes. */
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
    atEntry = { cell: focused, now: focused.now, back: sound(focused) };
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
