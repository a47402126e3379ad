/* The head of the page: what is saved and where, in words; a question stands below it until it is answered. */
import { clock, element, say } from "../words.js";

export class Header {
  constructor(keeper) {
    this.keeper = keeper;
    this.sync = document.querySelector("[data-sync]");
    this.text = document.querySelector("[data-sync-text]");
    this.court = document.querySelector("[data-court]");
    keeper.told.listen((news) => this.show(news));
  }

  show(news) {
    const sentences = {
      saved: () => say("saved", { time: clock(news.at || new Date()) }),
      sending: () => say("sending"),
      waiting: () => say("waiting"),
      offline: () => say("offline"),
      failed: () => say("failed"),
      refused: () => (news.status === 401 ? say("signedOut") : news.message || say("failed")),
      conflict: () => say("conflictShort")
    };
    this.sync.dataset.state = news.state === "conflict" ? "refused" : news.state;
    this.text.textContent = sentences[news.state]();
  }

  /* A sentence with acts to choose from: [[label, does, isMain], …]. */
  ask(kind, text, acts) {
    const box = element("div", "note note--" + kind);
    box.setAttribute("role", "alert");
    box.tabIndex = -1;
    const body = element("div");
    body.append(element("p", "", text));
    const row = element("p", "acts");
    acts.forEach(([label, does, isMain]) => {
      const button = element("button", "btn btn--small" + (isMain ? " btn--main" : ""), label);
      button.type = "button";
      button.addEventListener("click", async () => {
        if (await does() !== false) {
          box.remove();
        }
      });
      row.append(button);
    });
    body.append(row);
    box.append(body);
    this.court.replaceChildren(box);
    box.focus();
  }
}
