/* The studio is put together here: the sheet from the server, what this device still held, then tools and panels. */
import { Beside } from "./beside.js";
import { Draft } from "./drawing/draft.js";
import { knotsOf } from "./drawing/delta.js";
import { UNSET } from "./drawing/places.js";
import { Sheet } from "./drawing/sheet.js";
import { Easel } from "./acting/easel.js";
import { Keys } from "./acting/keys.js";
import { Pointer } from "./acting/pointer.js";
import { Tools } from "./acting/tools.js";
import { settle } from "./acting/carrying.js";
import { heldAlone } from "./keeping/alone.js";
import { Kept } from "./keeping/kept.js";
import { isWritten } from "./keeping/changes.js";
import { Keeper, acknowledged, finishOldSending } from "./keeping/keeper.js";
import { getKnots } from "./keeping/post.js";
import { Attic, Store } from "./keeping/store.js";
import { putBack } from "./keeping/reopening.js";
import { Questions } from "./panels/questions.js";
import { Checks } from "./panels/checks.js";
import { Header } from "./panels/header.js";
import { Opening } from "./panels/opening.js";
import { Options } from "./panels/options.js";
import { Palette } from "./panels/palette.js";
import { Shelf } from "./panels/shelf.js";
import { Status } from "./panels/status.js";
import { Desk } from "./picturing/desk.js";
import { Stage } from "./showing/stage.js";
import { say } from "./words.js";

async function open(place, opening) {
  const facts = JSON.parse(document.getElementById("studio-facts").textContent);
  const store = new Store(facts.user, facts.chart);
  facts.isElsewhere = !facts.readonly && !await heldAlone("nawl-studio-" + facts.chart);
  facts.readonly = facts.readonly || facts.isElsewhere;
  const kept = new Kept(facts, place.dataset.beside);
  let old = await finishOldSending(store, facts).catch(() => null);
  const attic = new Attic(store);
  attic.sweep().catch(() => {});
  const sheet = new Sheet(facts.wide, facts.high, new Uint8Array(facts.wide * facts.high).fill(UNSET));
  const byCode = new Map(facts.yarns.map((yarn) => [yarn.code, yarn]));
  const draft = new Draft(sheet, facts.palette.map((code) => byCode.get(code)), attic);
  const stage = new Stage(place.querySelector("[data-stage]"), draft, facts.cell);
  const told = await fetched(sheet, stage, facts, opening, kept);
  take(told, draft, stage, facts);
  if (old && await isWritten(old, told, sheet.base)) {
    await acknowledged(store, old, told.revision).catch(() => {});
    old = null;
  }
  const keeper = new Keeper(draft, store, facts, kept);
  const found = facts.readonly ? { count: 0, isStale: false } : await putBack(draft, store, keeper);
  if (old && found.count && !found.isStale) {
    keeper.takeUp(old);
  }
  furnish(place, draft, stage, keeper, facts, found);
  await opening.tell("drawing");
  await stage.whole();
  opening.close();
  place.dataset.kept = await kept.page().catch(() => false) ? "yes" : "no";
}

/* The knots come from above, and are shown as they come; without a line those that this device kept. */
async function fetched(sheet, stage, facts, opening, kept) {
  const arrive = (count) => {
    sheet.arrive(count);
    stage.look();
    opening.arrived(count / sheet.cells.length);
  };
  const told = await getKnots(facts.knots, sheet.cells, arrive).catch(async (error) => {
    const taken = error instanceof TypeError ? await kept.take(sheet.cells) : null;
    if (!taken) {
      throw error;
    }
    sheet.come = 0;
    arrive(sheet.cells.length);
    return taken;
  });
  await opening.tell("unpacking");
  sheet.begin();
  return told;
}

/* The knots say themselves what they are of: the page may be older. */
function take(told, draft, stage, facts) {
  if (told) {
    const byCode = new Map(facts.yarns.map((yarn) => [yarn.code, yarn]));
    if (!told.palette.every((code) => byCode.has(code))) {
      throw new Error("palette");
    }
    Object.assign(facts, told);
    draft.yarns = told.palette.map((code) => byCode.get(code));
    stage.dye();
  }
}

function furnish(place, draft, stage, keeper, facts, found) {
  const beside = new Beside(place.dataset.beside);
  const { sheet } = draft;
  beside.ask("open", { wide: sheet.wide, high: sheet.high, cells: sheet.base.slice() });
  draft.changed.listen((news) => news.delta && beside.ask("follow", { delta: news.delta, isForward: news.isForward }));
  const easel = new Easel(draft, stage, beside, facts);
  const tools = new Tools(easel);
  const pointer = new Pointer(easel);
  const status = new Status(easel, pointer);
  easel.clean = (order) => clean(easel, order);
  const palette = new Palette(easel);
  const checks = new Checks(easel, palette);
  const header = new Header(keeper);
  const options = easel.isReadOnly ? null : new Options(easel);
  const desk = easel.isReadOnly ? null : new Desk(easel, keeper);
  if (!easel.isReadOnly) {
    new Shelf(easel);
  }
  const acts = actsOf(easel, keeper, options, checks, desk);
  const keys = new Keys(easel, pointer, acts);
  wire(easel, acts);
  stage.onpaint = () => status.showZoom();
  easel.hold(facts.symmetry);
  document.querySelectorAll('[data-panel-options], .pal-acts, .tidy, [data-do="picture"], [data-symmetry-key]').forEach((part) => {
    part.hidden = easel.isReadOnly;
  });
  new Questions(easel, keeper, header).open(found);
  if (desk && window.location.hash === "#picture") {
    desk.open();
  }
  place.dataset.ready = "yes";
  window.nawlStudio = { easel, keeper, stage, tools, desk, keys, checks }; /* for those who look closer, and for tests */
}

/* Clean-up behind the page; it comes back as one step, and says how many knots it changed. */
async function clean(easel, order) {
  if (easel.isReadOnly || easel.draft.isBusy) {
    return;
  }
  settle(easel);
  easel.draft.isBusy = true;
  const delta = await easel.beside.ask("clean", order).finally(() => { easel.draft.isBusy = false; });
  easel.draft.adopt(delta, "clean");
  easel.say(say("cleaned", { count: knotsOf(delta) }));
}

function actsOf(easel, keeper, options, checks, desk) {
  const { stage, draft } = easel;
  const zoom = (factor) => {
    stage.camera.zoom(factor, stage.place.clientWidth / 2, stage.place.clientHeight / 2);
    stage.look();
  };
  const flip = (name) => () => {
    stage.shown[name] = !stage.shown[name];
    document.querySelectorAll('[data-flip="' + name + '"]').forEach((button) => {
      button.setAttribute("aria-pressed", String(stage.shown[name]));
    });
    stage.look();
  };
  const walk = (step, none) => async () => {
    settle(easel);
    const found = await draft[step]();
    easel.say(found ? say("step_" + step) : say(none));
  };
  return {
    undo: walk("undo", "noUndo"), redo: walk("redo", "noRedo"), save: () => keeper.now(), zoom,
    fit: () => { stage.camera.fit(); stage.look(); },
    grid: flip("isGridded"), signs: flip("isSigned"), lonely: () => checks.next(), symmetry: () => options.nextSymmetry(),
    size: (by) => options.resize(by), picture: () => desk.open(), help: () => document.querySelector("[data-help]").showModal()
  };
}

function wire(easel, acts) {
  const on = (name, act) => document.querySelectorAll('[data-do="' + name + '"]').forEach((button) => button.addEventListener("click", act));
  ["undo", "redo", "fit", "grid", "signs", "picture", "help"].forEach((name) => on(name, () => acts[name]()));
  on("nearer", () => acts.zoom(1.5));
  on("farther", () => acts.zoom(1 / 1.5));
  document.querySelectorAll("dialog [data-close]").forEach((button) => {
    button.addEventListener("click", () => button.closest("dialog").close());
  });
  const show = () => {
    const { history } = easel.draft;
    document.querySelectorAll('[data-do="undo"]').forEach((button) => { button.disabled = !history.canUndo || easel.isReadOnly; });
    document.querySelectorAll('[data-do="redo"]').forEach((button) => { button.disabled = !history.canRedo || easel.isReadOnly; });
  };
  easel.draft.changed.listen(show);
  show();
}

const place = document.querySelector("[data-studio]");
const opening = new Opening(place);
open(place, opening).catch((error) => {
  place.dataset.ready = "failed";
  opening.fail();
  document.querySelector("[data-sync]").dataset.state = "refused";
  document.querySelector("[data-sync-text]").textContent = say("unopened");
  throw error;
});
