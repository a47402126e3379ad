/* The grid of a day: what every part uses; sentences and numbers in the reader's language and digits. */
const form = document.querySelector("form[data-tally]");
const outbox = window.nawlOutbox;
const url = form.dataset.cellsUrl;
const words = JSON.parse(form.dataset.words);
const table = form.querySelector(".tally");
const html = document.documentElement;
const isArabicDigits = html.dataset.digits === "arabic";
const leftward = html.dir === "rtl" ? 1 : -1;
const plural = new Intl.PluralRules(html.lang);
const narrow = window.matchMedia("(max-width: 60rem)");
const MOST = 99999;
const NONE = [null, 0];
let measure = form.dataset.measure;
let sendTimer = 0;
let firstWait = 0;
let atEntry = null;
function digits(text) {
  return isArabicDigits ? text.replace(/\d/g, (sign) => "٠١٢٣٤٥٦٧٨٩"[sign]) : text;
}

function shown(value) {
  const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, isArabicDigits ? "٬" : ",");
  return digits(grouped);
}

function western(text) {
  return text.replace(/[٠-٩]/g, (sign) => "٠١٢٣٤٥٦٧٨٩".indexOf(sign)).replace(/[۰-۹]/g, (sign) => "۰۱۲۳۴۵۶۷۸۹".indexOf(sign));
}

function say(sentence, facts) {
  const forms = words[sentence];
  const text = typeof forms === "string" ? forms : forms[plural.select(facts.count)] || forms.other;
  return text.replace(/%\((\w+)\)s/g, (whole, name) => (typeof facts[name] === "number" ? shown(facts[name]) : facts[name]));
}
