/* A toast leaves after six seconds, but stays while it is read: under the pointer or the focus. Faults never come as toasts. */
(function () {
  var STAY = 6000;
  function dismiss(toast) {
    toast.classList.add("toast--leaving");
    window.setTimeout(function () {
      toast.remove();
    }, 300);
  }
  function start(toast) {
    if (toast.dataset.started) {
      return;
    }
    toast.dataset.started = "yes";
    var timer = window.setTimeout(dismiss, STAY, toast);
    ["mouseenter", "focusin"].forEach(function (name) {
      toast.addEventListener(name, function () {
        window.clearTimeout(timer);
      });
    });
    ["mouseleave", "focusout"].forEach(function (name) {
      toast.addEventListener(name, function () {
        timer = window.setTimeout(dismiss, STAY, toast);
      });
    });
  }
  function startAll() {
    document.querySelectorAll("[data-toast]").forEach(start);
  }
  document.addEventListener("DOMContentLoaded", startAll);
  document.addEventListener("htmx:afterSettle", startAll);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      document.querySelectorAll("[data-toast]").forEach(dismiss);
    }
  });
})();
