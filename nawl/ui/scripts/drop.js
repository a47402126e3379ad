/* The place where a file is dropped: the field itself takes it; here its name is shown and the place lights up. */
(function () {
  function show(drop) {
    const input = drop.querySelector("input[type=file]");
    const name = drop.querySelector("[data-drop-name]");
    const file = input.files[0];
    if (!name.dataset.empty) {
      name.dataset.empty = name.textContent;
    }
    name.textContent = file ? file.name : name.dataset.empty;
    drop.classList.toggle("drop--filled", Boolean(file));
  }
  function over(event) {
    return event.target.closest && event.target.closest("[data-drop]");
  }
  document.addEventListener("change", function (event) {
    const drop = over(event);
    if (drop) {
      show(drop);
    }
  });
  ["dragenter", "dragover", "dragleave", "drop"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      const drop = over(event);
      if (drop) {
        drop.classList.toggle("drop--over", kind === "dragenter" || kind === "dragover");
      }
    });
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("[data-drop]").forEach(show);
  });
})();
