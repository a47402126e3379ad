/* What has to be asked: strokes found on this device, a colleague's newer drawing, a version that takes no strokes. */
import { deflated, post } from "../keeping/post.js";
import { replay } from "../keeping/reopening.js";
import { say } from "../words.js";

export class Questions {
  constructor(easel, keeper, header) {
    this.easel = easel;
    this.keeper = keeper;
    this.header = header;
    keeper.told.listen((news) => {
      if (news.state === "conflict") {
        this.askOfConflict(news);
      } else if (news.state === "refused" && news.status === 401) {
        this.header.ask("late", say("signedOut"), [[say("signIn"), () => window.location.assign(easel.facts.signIn), true]]);
      } else if (news.state === "refused") {
        this.header.ask("wrong", news.message || say("failed"), [this.asNewVersion(), [say("understood"), () => true]]);
      }
    });
  }

  /* Links away wait until the server has everything, or say why it has not. */
  guard() {
    document.querySelectorAll("[data-studio] header a[href]").forEach((link) => link.addEventListener("click", (event) => {
      if (this.keeper.unsent && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        this.leave(link.href);
      }
    }));
    this.easel.leave = (address) => this.leave(address);
  }

  async leave(address) {
    if (await this.keeper.now()) {
      window.location.assign(address);
    } else {
      this.header.ask("late", say("leaving"), [[say("leave"), () => window.location.assign(address)], [say("stay"), () => true]]);
    }
  }

  open(found) {
    this.guard();
    if (this.easel.facts.isElsewhere) {
      this.header.ask("late", say("elsewhere"), [[say("again"), () => window.location.reload()]]);
      return;
    }
    if (found.count && found.isStale) {
      this.header.ask("late", say("stale", { count: found.count }), [
        [say("layOver"), () => this.layOver(found)],
        [say("removeHere"), () => this.remove(found)]
      ]);
    } else if (found.count) {
      this.header.ask("good", say("restored", { count: found.count }), [[say("understood"), () => true]]);
      this.keeper.soon();
    }
  }

  async layOver(found) {
    const { keeper, easel } = this;
    replay(easel.draft, found.strokes);
    keeper.unsent += found.count; /* what was drawn while the question stood is newer, and counts too */
    keeper.last = Math.max(keeper.last, found.strokes[found.count - 1].number);
    keeper.isHeld = false;
    easel.stage.look();
    keeper.soon();
  }

  /* The old strokes go; what was drawn while the question stood stays and is sent. */
  async remove(found) {
    const { keeper } = this;
    await keeper.store.forget(found.strokes[found.count - 1].number).catch(() => {});
    keeper.isHeld = false;
    if (keeper.unsent) {
      keeper.soon();
    }
  }

  askOfConflict(news) {
    this.header.ask("late", news.message + " " + say("bothKept"), [
      this.asNewVersion(),
      [say("loadTheirs"), async () => {
        await this.keeper.drop();
        window.location.reload();
      }]
    ]);
  }

  /* What stands here becomes a version of its own; the colleague's stays as it is. */
  asNewVersion() {
    return [say("saveAsNew"), async () => {
      const { draft, facts } = this.easel;
      const envelope = new FormData();
      envelope.set("yarns", JSON.stringify(draft.yarns.map((yarn) => yarn.code)));
      envelope.set("knots", new Blob([await deflated(draft.sheet.base)]), "knots");
      try {
        const answer = await post(facts.branch, envelope);
        if (answer.status !== 200) {
          this.easel.say(answer.body.message || say("failed"));
          return false;
        }
        await this.keeper.drop();
        window.location.assign(answer.body.url);
        return true;
      } catch (error) {
        this.easel.say(say("offline"));
        return false;
      }
    }, true];
  }
}
