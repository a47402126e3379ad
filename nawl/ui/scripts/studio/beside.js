/* The page's end of the second thread: each call is a promise. */
export class Beside {
  constructor(address) {
    this.thread = new Worker(address);
    this.waiting = new Map();
    this.number = 0;
    this.thread.addEventListener("message", (event) => this.take(event.data));
    this.thread.addEventListener("error", (event) => this.fail(event.message));
  }

  ask(act, order, goods = []) {
    this.number += 1;
    const { number } = this;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.thread.postMessage({ number, act, order }, goods);
    });
  }

  take(told) {
    const call = this.waiting.get(told.number);
    this.waiting.delete(told.number);
    if (told.fault === undefined) {
      call.resolve(told.answer);
    } else {
      call.reject(new Error(told.fault));
    }
  }

  fail(message) {
    this.waiting.forEach((call) => call.reject(new Error(message || "stopped")));
    this.waiting.clear();
  }
}
