// One tab of this device sounds: of those that may be heard, the first; when it closes or falls silent, the next. No DOM.

import { Tone } from "./tone.js";

export class Sounding {
  /** `changed()` hears when `state` is another: "here", "elsewhere", or "closed" where the browser wants a tap first. */
  constructor(lock, changed) {
    this.lock = lock;
    this.changed = changed;
    this.tone = new Tone();
    this.state = "closed";
  }

  async start() {
    this.wanted = true;
    if (this.asked) return;
    if (!(await this.tone.open())) return this.become("closed");
    if (!this.wanted || this.asked) return;
    this.become("elsewhere");
    this.asked = new AbortController();
    if (!navigator.locks) return this.sound();
    navigator.locks.request(this.lock, { signal: this.asked.signal }, () => this.sound()).catch(() => undefined);
  }

  /** Silent, and another tab's turn. */
  stop() {
    this.wanted = false;
    this.tone.stop();
    this.asked?.abort();
    this.finish?.();
    this.asked = undefined;
    this.state = "closed";
  }

  sound() {
    if (!this.wanted) return undefined;
    this.tone.start();
    this.become("here");
    return new Promise((done) => (this.finish = done));
  }

  become(state) {
    this.state = state;
    this.changed();
  }
}
