/* The checks: reckoned behind the page a moment after the last stroke; what ails has a sentence and an act. */
import { element, icon, say, shown } from "../words.js";

const QUIET = 400;
const LONG_SLIT = 10; /* rows from which weavers begin to sew */

export class Checks {
  constructor(easel, palette) {
    this.easel = easel;
    this.place = document.querySelector("[data-checks]");
    this.short = [];
    this.found = null;
    palette.oncount = (short) => { this.short = short; this.show(); };
    easel.draft.changed.listen(() => this.soon());
    easel.turned.listen((what) => what === "symmetry" && this.soon());
    document.querySelector("[data-check]").addEventListener("click", () => this.check());
    palette.count();
    this.soon(0);
  }

  soon(pause = QUIET) {
    this.hide();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.check(), pause);
  }

  async check() {
    this.asked = (this.asked || 0) + 1;
    const { asked } = this;
    const symmetry = this.easel.symmetry === "none" ? this.easel.facts.symmetry : this.easel.symmetry;
    const found = await this.easel.beside.ask("check", { symmetry, isFlat: Boolean(this.easel.facts.slits) });
    if (asked === this.asked) {
      this.found = { ...found, symmetry };
      this.show();
    }
  }

  show() {
    const lines = this.short.map((one) => this.shortLine(one));
    if (this.isEmpty()) {
      lines.push(this.line("", "info", say("nothingDrawn")));
    } else if (this.found) {
      lines.push(this.lonelyLine(), ...this.otherLines());
    }
    this.place.replaceChildren(...lines);
  }

  isEmpty() {
    const { yarns, sheet } = this.easel.draft;
    return !yarns.some((_, index) => sheet.counts[index]);
  }

  shortLine({ yarn, missing, index }) {
    return this.line("bad", "warning", say("short", { yarn: yarn.name, grams: missing }),
      this.easel.isReadOnly ? null : [say("replaceYarn"), () => {
        this.easel.choose(index);
        document.querySelector('[data-yarn-act="replace"]').click();
      }]);
  }

  lonelyLine() {
    const { isolated } = this.found;
    const line = this.line(isolated ? "warn" : "", isolated ? "info" : "check", say("isolated", { count: isolated }),
      isolated ? [say("oneByOne"), () => this.next()] : null);
    if (isolated && !this.easel.isReadOnly) {
      this.act(line, say("cleanIsolated"), () => this.easel.clean({ passes: 4, least: 1 }));
    }
    return line;
  }

  otherLines() {
    const { found, easel } = this;
    const most = easel.facts.mostColours;
    const used = easel.draft.yarns.filter((_, index) => easel.draft.sheet.counts[index]).length;
    const lines = [];
    if (used > most) {
      lines.push(this.line("warn", "info", say("tooManyColours", { count: used, most })));
    }
    lines.push(this.line("", "check", say("inRow", { count: found.mostInRow.colours, row: found.mostInRow.row })));
    lines.push(this.line("", "check", say("meanRun", { run: shown(found.meanRun, 1) })));
    if (found.slit) {
      const isLong = found.slit.rows > LONG_SLIT;
      lines.push(this.line(isLong ? "warn" : "", isLong ? "info" : "check", say("slit", { count: found.slit.rows, column: found.slit.column, row: found.slit.row }),
        isLong ? [say("toSlits"), () => this.easel.leave(easel.facts.slits)] : null));
    }
    if (found.symmetry !== "none") {
      lines.push(this.line(found.broken ? "warn" : "", found.broken ? "info" : "check", say("broken", { count: found.broken })));
    }
    return lines;
  }

  line(kind, sign, text, act = null) {
    const line = element("li", kind);
    const box = element("div");
    box.append(element("span", "check-text", text));
    line.append(icon(sign), box);
    if (act) {
      this.act(line, ...act);
    }
    return line;
  }

  act(line, label, does) {
    const button = element("button", "link", label);
    button.type = "button";
    button.addEventListener("click", does);
    line.lastElementChild.append(button);
  }

  /* Lonely knots, one after another, in the middle of the view. */
  next() {
    const { stage } = this.easel;
    const places = this.found ? this.found.places : [];
    if (!places.length) {
      return;
    }
    stage.shown.lonely = places;
    stage.shown.lonelyAt = (stage.shown.lonelyAt + 1) % places.length;
    const at = places[stage.shown.lonelyAt];
    const wide = this.easel.sheet.wide;
    const x = at % wide;
    const y = Math.floor(at / wide);
    stage.camera.scale = Math.max(stage.camera.scale, 12);
    stage.camera.centreOn(x, y);
    stage.shown.cursor = { x, y };
    stage.look();
    this.easel.turned.ring("cursor");
    this.easel.say(say("lonelyAt", { number: stage.shown.lonelyAt + 1, of: places.length, column: x + 1, row: this.easel.sheet.high - y }));
  }

  /* Marks of knots that a stroke may have mended are taken away until they are found again. */
  hide() {
    const { shown: marks } = this.easel.stage;
    if (marks.lonely.length) {
      marks.lonely = [];
      marks.lonelyAt = -1;
      this.easel.stage.look();
    }
  }
}
