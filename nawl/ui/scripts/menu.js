/* Menus are <details>: they close on Escape, on a click elsewhere, and when another opens. */
(function () {
  function close(menu, returnFocus) {
    menu.open = false;
    if (returnFocus) {
      menu.querySelector("summary").focus();
    }
  }
  document.addEventListener("click", function (event) {
    document.querySelectorAll("details[data-menu][open]").forEach(function (menu) {
      if (!menu.contains(event.target)) {
        close(menu, false);
      }
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") {
      return;
    }
    document.querySelectorAll("details[data-menu][open]").forEach(function (menu) {
      close(menu, menu.contains(document.activeElement));
    });
  });
})();
