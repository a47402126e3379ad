/* The palette: each yarn with its sign, its name and lot, its knots, what it needs against what lies in stock. */
import { UNSET } from "../drawing/places.js";
import { inkOn } from "../showing/signs.js";
import { element, icon, say, shown } from "../words.js";

const SVG = "http://www.w3.org/2000/svg";

export class Palette {
  constructor(easel) {
    this.easel = easel;
    this.place = document.querySelector("[data-palette]");
    this.sum = document.querySelector("[data-palette-sum]");
    this.shelf = document.querySelector("[data-shelf]");
    this.rows = [];
    easel.draft.changed.listen((news) => (news.yarns ? this.build() : this.soon()));
    easel.turned.listen((what) => what === "yarn" && this.choose());
    document.querySelectorAll("[data-yarn-act]").forEach((button) => {
      button.addEventListener("click", () => this.openShelf(button.dataset.yarnAct));
    });
    document.querySelector("[data-yarn-remove]").addEventListener("click", () => this.remove());
    this.build();
  }

  build() {
    const { yarns } = this.easel.draft;
    this.rows = yarns.map((yarn, index) => this.row(yarn, index));
    this.place.replaceChildren(...this.rows.map((row) => row.line));
    if (this.easel.yarn >= yarns.length && this.easel.yarn !== UNSET) {
      this.easel.yarn = Math.max(0, yarns.length - 1);
    }
    this.choose();
    this.count();
  }

  row(yarn, index) {
    const line = element("li");
    const button = element("button", "pal-yarn");
    button.type = "button";
    button.addEventListener("click", () => this.easel.choose(index));
    const names = element("span", "pn");
    const facts = element("span");
    names.append(element("b", "", yarn.name), facts);
    const need = element("span", "pk");
    button.append(swatch(yarn), names, need);
    line.append(button);
    return { line, button, facts, need };
  }

  soon() {
    if (!this.isDue) {
      this.isDue = true;
      window.setTimeout(() => { this.isDue = false; this.count(); }, 60);
    }
  }

  /* Knots, grams and what is missing, rounded as the reckoning and the version's page do: to tenths, then to whole
     grams. F4: knots × knot length × tex, with the class's waste. */
  count() {
    const { draft } = this.easel;
    let whole = 0;
    let used = 0;
    this.short = [];
    draft.yarns.forEach((yarn, index) => {
      const knots = draft.sheet.counts[index];
      const exact = knots * yarn.gramsAKnot;
      const need = exact > 0 ? Math.max(1, Math.round(Math.round(exact * 10) / 10)) : 0;
      whole += exact;
      used += knots ? 1 : 0;
      const missing = yarn.grams === null ? 0 : Math.ceil(exact - yarn.grams);
      if (missing > 0 && knots) {
        this.short.push({ yarn, index, missing });
      }
      this.fill(this.rows[index], yarn, knots, { exact, need, missing: knots ? missing : 0 });
    });
    this.sum.textContent = "";
    const bare = draft.sheet.counts[UNSET];
    this.sum.append(
      element("span", "", say("colours", { count: used })),
      element("span", "", bare ? say("bare", { count: bare }) : say("wool", { grams: Math.round(whole) }))
    );
    if (this.oncount) {
      this.oncount(this.short);
    }
  }

  fill(row, yarn, knots, { exact, need, missing }) {
    const lots = lotsFor(yarn, exact).map((lot) => say("lot", { lot }));
    row.facts.textContent = [...lots, say("knots", { count: knots })].join(" · ");
    row.need.textContent = "";
    const stock = element("span");
    if (missing > 0) {
      stock.className = "bad";
      stock.append(icon("warning"), element("span", "", say("missing", { grams: missing })));
    } else if (yarn.grams !== null) {
      stock.textContent = say("stock", { grams: Math.floor(yarn.grams) });
    }
    row.need.append(element("b", "", shown(need)), stock);
  }

  choose() {
    this.rows.forEach((row, index) => {
      const isOn = index === this.easel.yarn;
      row.line.classList.toggle("on", isOn);
      row.button.setAttribute("aria-pressed", String(isOn));
    });
  }

  /* The unit's other yarns: one is added, or takes the place of the one in hand. */
  openShelf(act) {
    const isOpen = !this.shelf.hidden && this.shelf.dataset.act === act;
    this.shelf.hidden = isOpen;
    this.shelf.dataset.act = act;
    document.querySelectorAll("[data-yarn-act]").forEach((button) => {
      button.setAttribute("aria-expanded", String(!isOpen && button.dataset.yarnAct === act));
    });
    const there = new Set(this.easel.draft.yarns.map((yarn) => yarn.code));
    const offered = this.easel.facts.yarns.filter((yarn) => !there.has(yarn.code));
    const items = offered.map((yarn) => this.offer(yarn, act));
    this.shelf.replaceChildren(...(items.length ? items : [element("li", "small soft", say("noYarns"))]));
    this.shelf.scrollIntoView({ block: "nearest" });
  }

  offer(yarn, act) {
    const line = element("li");
    const button = element("button", "pal-yarn");
    button.type = "button";
    const names = element("span", "pn");
    const stock = yarn.grams === null ? "" : say("stock", { grams: Math.floor(yarn.grams) });
    names.append(element("b", "", yarn.name), element("span", "", stock));
    button.append(swatch(yarn), names);
    button.addEventListener("click", () => (act === "add" ? this.add(yarn) : this.replace(yarn)));
    line.append(button);
    return line;
  }

  add(yarn) {
    const { draft } = this.easel;
    draft.setYarns([...draft.yarns, yarn], "yarns");
    this.easel.choose(draft.yarns.length - 1);
    this.shelf.hidden = true;
  }

  replace(yarn) {
    const { draft } = this.easel;
    draft.setYarns(draft.yarns.map((old, index) => (index === this.easel.yarn ? yarn : old)), "yarns");
    this.shelf.hidden = true;
  }

  /* A yarn that no knot has goes without more; one that is used is refused in a sentence. */
  remove() {
    const { draft, yarn: gone } = this.easel;
    if (draft.yarns.length < 2) {
      this.easel.say(say("lastYarn"));
      return;
    }
    if (draft.sheet.counts[gone]) {
      this.easel.say(say("yarnUsed", { yarn: draft.yarns[gone].name, count: draft.sheet.counts[gone] }));
      return;
    }
    const cells = draft.sheet.base.map((index) => (index !== UNSET && index > gone ? index - 1 : index));
    draft.setYarns(draft.yarns.filter((_, index) => index !== gone), "yarns", cells);
  }
}

/* The dye lots to take so many grams from, as the paper names them: the one that is meant; else the smallest that holds
   them all, else the largest ones in turn. */
function lotsFor(yarn, grams) {
  if (!grams) {
    return [];
  }
  if (yarn.lot) {
    return [yarn.lot];
  }
  const least = Math.round(grams * 10) / 10;
  const bySize = [...yarn.lots].sort(([a, one], [b, two]) => one - two || (a < b ? -1 : 1));
  const able = bySize.find(([, held]) => held >= least);
  if (able) {
    return [able[0]];
  }
  let held = 0;
  return [...yarn.lots]
    .sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))
    .filter(([, its]) => {
      const isNeeded = held < least && its > 0;
      held += its;
      return isNeeded;
    })
    .map(([number]) => number);
}

/* A yarn as a ball of wool with its sign. */
export function swatch(yarn) {
  const ball = element("span", "yarn yarn--big");
  ball.setAttribute("aria-hidden", "true");
  ball.style.setProperty("background-color", yarn.hex);
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 1000 1000");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", yarn.sign);
  path.setAttribute("fill", inkOn(yarn.hex));
  drawing.append(path);
  ball.append(drawing);
  return ball;
}
