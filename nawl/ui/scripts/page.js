"use strict";

/* Everything here is an ease, nothing a need: each page works without it. */
document.documentElement.classList.add("has-script", "toasts-float");

/* After HTMX has shown a refusal at the head of the page, the reader is led to it. */
document.addEventListener("htmx:afterSwap", function (event) {
  if (event.target.id === "notices") {
    event.target.tabIndex = -1;
    event.target.focus();
  }
});

/* A dropped line loses nothing: the sentence says so, and the form stays as it was typed. */
document.addEventListener("htmx:sendError", function () {
  document.documentElement.classList.add("is-offline");
});
document.addEventListener("htmx:afterOnLoad", function () {
  document.documentElement.classList.remove("is-offline");
});

/* «One page back» is shown where there is one. */
document.querySelectorAll("[data-back]").forEach(function (link) {
  if (history.length > 1) {
    link.hidden = false;
    link.addEventListener("click", function (event) {
      event.preventDefault();
      history.back();
    });
  }
});

/* Printing needs no menu of the browser. */
document.addEventListener("click", function (event) {
  if (event.target.closest("[data-print]")) {
    event.preventDefault();
    window.print();
  }
});
