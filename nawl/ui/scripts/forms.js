/* Forms: the faults take the focus; a form is sent once; Ctrl+S sends the one that is open; a password can be looked at. */
(function () {
  function ready() {
    var faults = document.querySelector("[data-faults]");
    if (faults && !faults.closest("[data-guide]")) {
      faults.focus();
    }
  }
  document.addEventListener("DOMContentLoaded", ready);

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post" || form.hasAttribute("data-again")) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
    });
  });
  document.addEventListener("htmx:afterRequest", function (event) {
    var form = event.target.closest && event.target.closest("form[data-sent]");
    if (form) {
      delete form.dataset.sent;
    }
  });

  document.addEventListener("keydown", function (event) {
    if (!(event.ctrlKey || event.metaKey) || event.code !== "KeyS") {
      return;
    }
    var form = document.querySelector("form[data-save]");
    if (form) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-reveal]");
    if (!button) {
      return;
    }
    var input = document.getElementById(button.dataset.reveal);
    var shown = input.type === "text";
    input.type = shown ? "password" : "text";
    button.setAttribute("aria-pressed", String(!shown));
    input.focus();
  });

  /* A choice that sends its own form: data-send on a select or a field. */
  document.addEventListener("change", function (event) {
    if (event.target.matches("[data-send]")) {
      event.target.form.requestSubmit();
    }
  });
})();
