/* While a chart is being opened: what is being done in words, how much of it has come; gone once it stands in sight. */
import { element, say, shown } from "../words.js";

export class Opening {
  constructor(place) {
    this.stage = place.querySelector("[data-stage]");
    this.box = place.querySelector("[data-opening]");
    this.text = this.box.querySelector("[data-opening-text]");
    this.bar = this.box.querySelector("progress");
    this.share = this.box.querySelector("[data-opening-share]");
  }

  arrived(part) {
    this.bar.value = Math.floor(part * 100);
    this.share.textContent = shown(this.bar.value) + "%";
  }

  /* Say what comes next, and let it be seen before a long piece of work. */
  tell(sentence) {
    this.text.textContent = say(sentence);
    return new Promise((resolve) => {
      window.requestAnimationFrame(() => window.setTimeout(resolve));
      window.setTimeout(resolve, 200); /* a page that nobody looks at has no frames */
    });
  }

  close() {
    this.box.hidden = true;
    this.stage.removeAttribute("aria-busy");
  }

  fail() {
    const button = element("button", "btn btn--small", say("again"));
    button.type = "button";
    button.addEventListener("click", () => window.location.reload());
    this.box.classList.add("opening--failed");
    this.box.replaceChildren(element("span", "", say("unopened")), button);
    this.stage.removeAttribute("aria-busy");
  }
}
