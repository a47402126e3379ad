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
  document.querySelectorAll("[data-drop]").forEach(function (drop) {
    show(drop);
    drop.addEventListener("change", function () {
      show(drop);
    });
    ["dragenter", "dragover"].forEach(function (kind) {
      drop.addEventListener(kind, function () {
        drop.classList.add("drop--over");
      });
    });
    ["dragleave", "drop"].forEach(function (kind) {
      drop.addEventListener(kind, function () {
        drop.classList.remove("drop--over");
      });
    });
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("[data-drop]").forEach(show);
  });
})();
