/* The talking chart: what every part uses. The page brings its words, the chart and its options as JSON. */
const page = document.querySelector("[data-talk]");
const root = document.documentElement;
const words = JSON.parse(document.getElementById("talk-words").textContent);
const start = JSON.parse(document.getElementById("talk-start").textContent);
const state = { row: 1, step: 0, isSaid: false };

function part(name) {
  return page.querySelector("[data-talk-" + name + "]");
}

function digits(value) {
  const text = String(value);
  return choices.digits === "arabic" ? text.replace(/\d/g, (sign) => "٠١٢٣٤٥٦٧٨٩"[sign]) : text;
}

function western(text) {
  return text.replace(/[٠-٩]/g, (sign) => "٠١٢٣٤٥٦٧٨٩".indexOf(sign)).replace(/[۰-۹]/g, (sign) => "۰۱۲۳۴۵۶۷۸۹".indexOf(sign));
}

function say(name, facts) {
  return digits(words[name].replace(/%\((\w+)\)s/g, (whole, fact) => facts[fact]));
}

function make(tag, name, text) {
  const made = document.createElement(tag);
  made.className = name;
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

function tell(text) {
  const note = part("note");
  note.textContent = text;
  note.hidden = !text;
}
