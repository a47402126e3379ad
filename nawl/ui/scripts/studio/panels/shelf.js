/* The shelf of motifs and Kufic words: the server draws them as parts, the palette dyes them, then they are carried. */
import { carry } from "../acting/carrying.js";
import { layPieces } from "../acting/edging.js";
import { CLEAR } from "../drawing/places.js";
import { getJson } from "../keeping/post.js";
import { element, say } from "../words.js";

export class Shelf {
  constructor(easel) {
    this.easel = easel;
    this.list = document.querySelector("[data-motifs]");
    this.form = document.querySelector("[data-kufic]");
    this.form.addEventListener("submit", (event) => this.write(event));
    this.border = document.querySelector("[data-border]");
    this.border.elements["border-thick"].value = Math.min(60, Math.max(9, Math.round(easel.sheet.wide / 9)));
    this.border.addEventListener("submit", (event) => this.edge(event));
    ["motif-wide", "motif-high"].forEach((name) => {
      document.querySelector('[name="' + name + '"]').addEventListener("change", () => this.chosen && this.take(this.chosen));
    });
    easel.turned.listen((what) => what === "tool" && easel.tools.name === "motif" && this.open());
  }

  async open() {
    if (this.isOpen || !this.easel.facts.motifs) {
      return;
    }
    this.isOpen = true;
    try {
      const { motifs } = await getJson(this.easel.facts.motifs);
      this.list.replaceChildren(...motifs.map((motif) => this.item(motif)));
    } catch (error) {
      this.isOpen = false;
      this.list.replaceChildren(element("li", "small soft", say("shelfFailed")));
    }
  }

  item(motif) {
    const line = element("li");
    const button = element("button", "hand-motif");
    button.type = "button";
    button.title = motif.origin;
    button.append(this.picture(motif), element("span", "", motif.name));
    button.addEventListener("click", () => this.take(motif));
    line.append(button);
    return line;
  }

  picture(motif) {
    const canvas = element("canvas", "px");
    canvas.width = motif.wide;
    canvas.height = motif.high;
    const context = canvas.getContext("2d");
    const { cells } = this.dyed(motif);
    cells.forEach((index, at) => {
      if (index !== CLEAR) {
        context.fillStyle = this.easel.draft.yarns[index].hex;
        context.fillRect(at % motif.wide, Math.floor(at / motif.wide), 1, 1);
      }
    });
    return canvas;
  }

  /* Parts become yarns: the main part has the yarn in hand, the others those that stand out from it. */
  dyed(drawing, dyes = dyesFor(this.easel.draft.yarns, this.easel.yarn)) {
    const parts = Uint8Array.from(atob(drawing.cells), (sign) => sign.charCodeAt(0));
    return { ...drawing, wide: drawing.wide, high: drawing.high, cells: parts.map((part) => (part ? dyes[part] : CLEAR)) };
  }

  async take(motif) {
    this.chosen = motif;
    const side = (name) => Number(document.querySelector('[name="motif-' + name + '"]').value) || motif[name];
    const address = this.easel.facts.motifs + "?code=" + encodeURIComponent(motif.code) + "&wide=" + side("wide") + "&high=" + side("high");
    try {
      this.show(await getJson(address), "motif");
    } catch (error) {
      this.easel.say(say("shelfFailed"));
    }
  }

  show(drawing, label) {
    const { carried } = this.easel;
    const at = carried && carried.label === label ? { x: carried.x, y: carried.y } : null;
    if (at) {
      this.easel.carried = null;
      this.easel.sheet.restore();
    }
    carry(this.easel, this.dyed(drawing), label, at);
    this.easel.say(say("carried"));
  }

  async write(event) {
    event.preventDefault();
    const text = this.form.elements["kufic-text"].value.trim();
    const high = Number(this.form.elements["kufic-high"].value) || 15;
    const drawing = text ? await this.ask(this.easel.facts.kufic, { text, high }) : null;
    if (drawing) {
      this.show(drawing, "kufic");
    }
  }

  /* A ready border round the carpet, as thick in cm above as at the sides. */
  async edge(event) {
    event.preventDefault();
    const { easel } = this;
    const { elements } = this.border;
    const inset = Math.max(0, Number(elements["border-inset"].value) || 0);
    const across = Math.max(3, Number(elements["border-thick"].value) || 12);
    const box = { x: inset, y: inset, wide: easel.sheet.wide - 2 * inset, high: easel.sheet.high - 2 * inset };
    const asked = { code: elements["border-code"].value, wide: Math.max(0, box.wide), high: Math.max(0, box.high), across };
    const drawn = await this.ask(easel.facts.borders, { ...asked, down: Math.max(1, Math.round(across * easel.cell)) });
    if (drawn) {
      const isGrounded = elements["border-ground"].checked;
      const dyes = isGrounded ? dyesOn(easel.draft.yarns, easel.yarn) : dyesFor(easel.draft.yarns, easel.yarn);
      layPieces(easel, drawn.pieces.map((piece) => this.dyed(piece, dyes)), box, isGrounded ? easel.yarn : null);
      easel.say(say("borderLaid"));
    }
  }

  /* What the server draws, or null after its refusal was told. */
  async ask(address, wish) {
    try {
      const asked = new URLSearchParams({ ...wish, mode: this.easel.facts.mode });
      const answer = await fetch(address + "?" + asked, { headers: { Accept: "application/json" } });
      const body = await answer.json();
      if (answer.ok) {
        return body;
      }
      this.easel.say(body.message || say("shelfFailed"));
    } catch (error) {
      this.easel.say(say("shelfFailed"));
    }
    return null;
  }
}

/* For each part of a motif (outline, main, second, accent, heart, light) an index of the palette. */
export function dyesFor(yarns, main) {
  const light = yarns.map((yarn) => yarn.lab[0]);
  const order = yarns.map((_, index) => index).filter((index) => index !== main);
  const far = order.slice().sort((one, other) => distance(yarns[other], yarns[main]) - distance(yarns[one], yarns[main]));
  const pick = (place) => (far.length ? far[Math.min(place, far.length - 1)] : main);
  const darkest = order.length ? order.reduce((best, index) => (light[index] < light[best] ? index : best)) : main;
  const lightest = order.length ? order.reduce((best, index) => (light[index] > light[best] ? index : best)) : main;
  const others = far.filter((index) => index !== darkest && index !== lightest);
  const other = (place) => (others.length ? others[place % others.length] : pick(place));
  return [CLEAR, darkest, main, other(0), other(1), other(2), lightest];
}

/* The same on a ground: what stands out most is the main part. */
function dyesOn(yarns, ground) {
  const order = yarns.map((_, index) => index).filter((index) => index !== ground);
  order.sort((one, other) => distance(yarns[other], yarns[ground]) - distance(yarns[one], yarns[ground]));
  const pick = (place) => (order.length ? order[place % order.length] : ground);
  return [CLEAR, pick(1), pick(0), pick(2), pick(1), ground, pick(0)];
}

function distance(one, other) {
  return one.lab.reduce((sum, value, at) => sum + (value - other.lab[at]) ** 2, 0);
}
