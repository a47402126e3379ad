/* Keeping a draft: every stroke goes to this device's store at once, what changed to the server when the line allows.
   A sending bears a key and the revision it was drawn on; it is repeated until it is answered, and written once. */
import { Bell } from "../drawing/bell.js";
import { enveloped } from "./changes.js";
import { post, uuid } from "./post.js";

const PAUSES = [2, 4, 8, 15, 30, 60];
const SIGNED_OUT = 401;
const QUIET = 1500; /* ms without a stroke before the chart is sent */
const LONGEST = 12000; /* ms after which it is sent although strokes go on */

export class Keeper {
  constructor(draft, store, facts, kept) {
    this.draft = draft;
    this.store = store;
    this.facts = facts;
    this.kept = kept;
    this.standsAt(facts.revision, facts.palette, draft.sheet.base.slice());
    this.last = 0; /* the newest stroke that is kept */
    this.unsent = 0;
    this.tries = 0;
    this.isHeld = false; /* a question stands open: nothing is sent */
    this.told = new Bell(); /* {state: saved | sending | waiting | offline | failed | refused | conflict, ...} */
    draft.changed.listen((news) => this.note(news));
    window.addEventListener("online", () => this.now());
    window.addEventListener("offline", () => this.unsent && this.tell("offline"));
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.flush());
    window.addEventListener("beforeunload", (event) => {
      if (this.unsent && !this.store.isLasting) {
        event.preventDefault();
      }
    });
  }

  /* What the server has: the revision, its palette and its knots; null where they are not known, and the whole is sent. */
  standsAt(revision, palette, there) {
    this.revision = revision;
    this.there = there;
    return this.kept.put(revision, palette, there);
  }

  /* A sending of an earlier opening is still without an answer: it goes first, with its own key. */
  takeUp(sending) {
    this.sending = sending;
    this.packed = null;
  }

  tell(state, more = {}) {
    this.state = state;
    this.told.ring({ state, ...more });
  }

  note(news) {
    if (news.how === "restored") {
      return;
    }
    this.unsent += 1;
    const stroke = { revision: this.revision, delta: news.delta, isForward: news.isForward, yarns: news.yarns };
    this.keeping = this.store.add(stroke).then((number) => { this.last = number; }, () => { this.store.isLasting = false; });
    this.soon();
  }

  soon() {
    if (this.isHeld) {
      return;
    }
    this.firstWait = this.firstWait || Date.now();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.flush(), Date.now() - this.firstWait > LONGEST ? 0 : QUIET);
    if (navigator.onLine === false) {
      this.tell("offline");
    } else if (this.state !== "sending") {
      this.tell("waiting");
    }
  }

  /* Somebody asks for it, or the line is back: no pause is kept, and an attempt that is under way is followed by one more. */
  async now() {
    this.tries = 0;
    await this.working;
    return this.flush();
  }

  /* Send what waits; true when the server has everything. One sending at a time. */
  flush() {
    window.clearTimeout(this.timer);
    if (!this.working) {
      this.working = this.attempt().finally(() => { this.working = null; });
    }
    return this.working;
  }

  async attempt() {
    while (!this.isHeld && (this.unsent || this.sending)) {
      this.firstWait = 0;
      this.sending = this.sending || await this.pack();
      this.tell("sending");
      let answer;
      try {
        answer = await this.deliver(this.sending);
      } catch (error) {
        return this.later("offline");
      }
      if (isPutOff(answer)) {
        return this.later("failed");
      }
      if (answer.body.code === "chart_changes_unfit" && this.there) {
        await this.unpack();
      } else if (answer.status !== 200) {
        return this.refused(answer);
      } else {
        await this.acknowledge(answer.body);
      }
    }
    return !this.unsent;
  }

  async pack() {
    for (let kept = null; kept !== this.keeping;) {
      kept = this.keeping; /* a stroke may have come while the one before it was being kept */
      await kept;
    }
    const count = this.unsent;
    const { last } = this;
    const cells = this.draft.sheet.base.slice();
    const yarns = this.draft.yarns.map((yarn) => yarn.code);
    const sending = { key: uuid(), revision: this.revision, yarns, last, count, ...await enveloped(cells, this.there) };
    this.packed = cells;
    await this.store.putSending(sending).catch(() => {});
    return sending;
  }

  /* The server could not lay the changes over what it has: the next sending is the whole. */
  async unpack() {
    this.there = null;
    this.sending = null;
    await this.store.dropSending().catch(() => {});
  }

  deliver(sending) {
    return deliver(this.facts.save, sending);
  }

  async acknowledge(body) {
    const { last, count } = this.sending;
    const standing = this.standsAt(body.revision, this.sending.yarns, this.packed);
    this.sending = null;
    this.unsent = Math.max(0, this.unsent - count);
    this.tries = 0;
    await standing; /* before its strokes are forgotten */
    await this.store.dropSending().catch(() => {});
    await this.store.forget(last, body.revision).catch(() => {});
    this.tell(this.unsent ? "waiting" : "saved", { at: new Date(body.saved_at) });
  }

  later(state) {
    const pause = PAUSES[Math.min(this.tries, PAUSES.length - 1)];
    this.tries += 1;
    this.timer = window.setTimeout(() => this.flush(), pause * 1000);
    this.tell(navigator.onLine ? state : "offline");
    return false;
  }

  /* Who has to sign in first was not read at all: the sending stays, its key tells later whether it was written. */
  refused(answer) {
    if (answer.status !== SIGNED_OUT) {
      this.sending = null;
      this.store.dropSending().catch(() => {});
    }
    if (answer.body.code === "key_reused") {
      return this.later("failed");
    }
    this.isHeld = true;
    const state = answer.body.code === "chart_changed_meanwhile" ? "conflict" : "refused";
    this.tell(state, { status: answer.status, code: answer.body.code || "", message: answer.body.message || "" });
    return false;
  }

  /* Nothing of this device is wanted any more. */
  async drop() {
    this.unsent = 0;
    this.sending = null;
    await this.store.dropSending().catch(() => {});
    await this.store.forget(Infinity).catch(() => {});
  }
}

/* The server had no time for it. */
function isPutOff(answer) {
  return answer.status >= 500 || answer.status === 429;
}

export function deliver(address, sending) {
  const envelope = new FormData();
  envelope.set("key", sending.key);
  envelope.set("revision", String(sending.revision));
  envelope.set("yarns", JSON.stringify(sending.yarns));
  const name = sending.changes ? "changes" : "knots";
  envelope.set(name, new Blob([sending.changes || sending.bytes], { type: "application/octet-stream" }), name);
  envelope.set("check", sending.check || "");
  return post(address, envelope);
}

/* A sending of an earlier opening whose answer was lost is repeated first: its key tells whether it was written. Returns
   it where there is still no answer. */
export async function finishOldSending(store, facts) {
  const old = await store.sending().catch(() => null);
  if (!old || facts.readonly) {
    return null;
  }
  const answer = await deliver(facts.save, old).catch(() => null);
  if (!answer || isPutOff(answer) || answer.status === SIGNED_OUT) {
    return old;
  }
  if (answer.status === 200) {
    if (answer.body.revision >= facts.revision) {
      facts.revision = answer.body.revision;
      facts.palette = old.yarns; /* the page was made before this was written */
    }
    await acknowledged(store, old, answer.body.revision);
  } else {
    await store.dropSending();
  }
  return null;
}

/* What an old sending held is written: its strokes are forgotten, later ones stand on what it made. */
export async function acknowledged(store, sending, revision) {
  await store.forget(sending.last, revision);
  await store.dropSending();
}
