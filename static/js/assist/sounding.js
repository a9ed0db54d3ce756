// One tab of this device sounds: of those that may be heard, the first; when it closes or falls silent, the next. No DOM.

import { lead } from "../leading.js";
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
    const { signal } = (this.asked = new AbortController());
    if (!navigator.locks) return this.sound();
    lead(this.lock, () => this.sound(), signal).catch(() => signal.aborted || this.giveWay());
  }

  /** Another tab sounds since this one was asleep: it stands in line again. */
  giveWay() {
    this.stop();
    this.start();
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
