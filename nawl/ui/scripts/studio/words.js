/* Sentences and numbers in the reader's language and digits. */
const html = document.documentElement;
const isArabic = html.dataset.digits === "arabic";
const plural = new Intl.PluralRules(html.lang || "ar");
const place = document.querySelector("[data-studio]");
const words = place ? JSON.parse(place.dataset.words) : {};

export function digits(text) {
  return isArabic ? text.replace(/\d/g, (sign) => "٠١٢٣٤٥٦٧٨٩"[sign]) : text;
}

/* A number with its thousands apart, with so many decimals. */
export function shown(value, decimals = 0) {
  const [whole, rest] = value.toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, isArabic ? "٬" : ",");
  return digits(rest ? grouped + (isArabic ? "٫" : ".") + rest : grouped);
}

export function say(sentence, facts = {}) {
  const forms = words[sentence];
  const text = typeof forms === "string" ? forms : forms[plural.select(facts.count)] || forms.other;
  return text.replace(/%\((\w+)\)s/g, (_, name) => (typeof facts[name] === "number" ? shown(facts[name]) : facts[name]));
}

export function clock(moment) {
  const two = (value) => String(value).padStart(2, "0");
  return digits(two(moment.getHours()) + ":" + two(moment.getMinutes()));
}

export function element(name, className = "", text = "") {
  const made = document.createElement(name);
  made.className = className;
  if (text) {
    made.textContent = text;
  }
  return made;
}

/* One of the page's own icons, by its name. */
export function icon(name) {
  const found = document.querySelector('[data-icons] [data-icon="' + name + '"]');
  return found ? found.cloneNode(true) : element("span");
}
