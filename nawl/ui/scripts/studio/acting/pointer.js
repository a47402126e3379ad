/* Mouse, pen and fingers. One finger or the pen draws, two fingers move and zoom; while a pen is near, and when a hand
   lies on the screen, touches do not draw. */
const PALM = 60; /* pixels: wider than a finger tip */
const PEN_REST = 700; /* ms after the pen during which touches are the hand that holds it */

export class Pointer {
  constructor(easel) {
    this.easel = easel;
    this.place = easel.stage.place;
    this.fingers = new Map();
    this.drawing = null; /* the id of the pointer that draws */
    this.penAt = -Infinity;
    this.hovered = null;
    const listen = (name, act) => this.place.addEventListener(name, (event) => act.call(this, event), { passive: false });
    listen("pointerdown", this.down);
    listen("pointermove", this.move);
    listen("pointerup", this.up);
    listen("pointercancel", this.cancel);
    listen("pointerleave", () => this.hover(null));
    listen("wheel", this.wheel);
    listen("contextmenu", (event) => event.preventDefault());
  }

  point(event) {
    const box = this.place.getBoundingClientRect();
    const px = event.clientX - box.left;
    const py = event.clientY - box.top;
    const at = this.easel.stage.camera.at(px, py);
    return { px, py, x: Math.floor(at.x), y: Math.floor(at.y), isEven: event.shiftKey };
  }

  isPalm(event) {
    const isPenNear = performance.now() - this.penAt < PEN_REST;
    return event.pointerType === "touch" && (isPenNear || Math.max(event.width, event.height) > PALM);
  }

  down(event) {
    if (event.target.closest("button, a") || this.isPalm(event)) {
      return;
    }
    event.preventDefault();
    this.place.focus({ preventScroll: true });
    this.place.setPointerCapture(event.pointerId);
    if (event.pointerType === "touch") {
      this.fingers.set(event.pointerId, this.point(event));
      if (this.fingers.size === 2) {
        this.giveUp();
        return;
      }
      if (this.fingers.size > 2) {
        return;
      }
    }
    this.begin(event);
  }

  begin(event) {
    if (this.drawing !== null || this.easel.draft.isBusy) {
      return;
    }
    this.drawing = event.pointerId;
    const { tools } = this.easel;
    const isMoving = event.button === 1 || event.button === 0 && this.isSpaceHeld;
    this.tool = isMoving ? tools.all.hand : event.button === 2 ? tools.all.dropper : tools.now;
    this.tool.down(this.point(event), this.easel);
  }

  /* A second finger has come: the stroke was none. */
  giveUp() {
    if (this.drawing !== null && this.tool !== this.easel.tools.all.hand && !this.easel.carried) {
      this.easel.sheet.restore();
      this.easel.stage.look();
    }
    this.drawing = null;
  }

  move(event) {
    if (event.pointerType === "pen") {
      this.penAt = performance.now();
    }
    if (this.fingers.has(event.pointerId) && this.fingers.size === 2) {
      this.pinch(event);
      return;
    }
    this.hover(this.point(event));
    if (event.pointerId === this.drawing) {
      event.preventDefault();
      const all = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
      (all.length ? all : [event]).forEach((one) => this.tool.move(this.point(one), this.easel));
    }
  }

  pinch(event) {
    const before = [...this.fingers.values()];
    this.fingers.set(event.pointerId, this.point(event));
    const after = [...this.fingers.values()];
    const { camera } = this.easel.stage;
    const middle = (points) => ({ px: (points[0].px + points[1].px) / 2, py: (points[0].py + points[1].py) / 2 });
    const span = (points) => Math.hypot(points[0].px - points[1].px, points[0].py - points[1].py);
    camera.pan(middle(after).px - middle(before).px, middle(after).py - middle(before).py);
    camera.zoom(span(after) / Math.max(1, span(before)), middle(after).px, middle(after).py);
    this.easel.stage.look();
  }

  up(event) {
    this.fingers.delete(event.pointerId);
    if (event.pointerId === this.drawing) {
      this.tool.up(this.point(event), this.easel);
      this.drawing = null;
    }
  }

  cancel(event) {
    this.fingers.delete(event.pointerId);
    if (event.pointerId === this.drawing) {
      this.giveUp();
    }
  }

  wheel(event) {
    event.preventDefault();
    const { camera } = this.easel.stage;
    const { px, py } = this.point(event);
    if (event.ctrlKey || event.metaKey || !event.shiftKey && event.deltaMode === 0 && Math.abs(event.deltaX) < 1) {
      camera.zoom(Math.exp(-Math.max(-120, Math.min(120, event.deltaY)) * .0022), px, py);
    } else {
      camera.pan(-event.deltaX - (event.shiftKey ? event.deltaY : 0), event.shiftKey ? 0 : -event.deltaY);
    }
    this.easel.stage.look();
  }

  hover(point) {
    this.hovered = point;
    this.easel.turned.ring("hover");
  }
}
