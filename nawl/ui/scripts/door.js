/* At the door: charts that a reader kept on this device for the loom go when nobody is signed in any more. */
if (window.caches && document.querySelector(".plain-page input[autocomplete='current-password']")) {
  window.caches.keys().then(function (names) {
    names.filter((name) => name.startsWith("nawl-talking ")).forEach((name) => window.caches.delete(name));
  });
}
