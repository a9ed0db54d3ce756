// Brings a kept call to the server: again and again until it is there, whatever the network does. It always says the same
// under the same id, so a try whose answer nobody heard does no harm. No DOM.

import { Refused, send } from "../sending/send.js";

const WAITS_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
const PATIENCE_MS = 10_000;
// What the server says of a call it will never take; everything else may be otherwise the next time.
const FINAL = new Set([400, 409, 410, 413, 422]);

export class Calling {
  /** `told` hears { tries, next } after a try in vain (the next one in so many ms), { refused: problem }, { held: true },
   * or { off: true } once a call that was taken back is over. */
  constructor(kept, told) {
    this.kept = kept;
    this.told = told;
  }

  /** Until the server has it, or it is clear that it never will. */
  async run() {
    for (;;) {
      const { call } = this.kept;
      if (!call || (call.held && !call.off)) return;
      const done = await this.attempt(call).catch((error) => this.failed(error));
      if (!done) await this.pause();
      else if (!this.isTakenBack(done)) return this.told(done);
    }
  }

  /** While it was on its way it was taken back: it arrived, and has to be taken back there. */
  isTakenBack({ held }) {
    return held && this.kept.call?.off;
  }

  /** Now, where it waits for the next try. */
  hurry() {
    this.wake?.();
  }

  async attempt(call) {
    if (call.off) return this.callOff(call);
    await inTime((signal) => send("PUT", call.url, call.body, { signal }));
    this.kept.change({ held: true, refused: undefined });
    return { held: true };
  }

  /** Taken back before the server was known to have it: where it had arrived all the same, it is taken back there too. */
  async callOff({ url, off }) {
    const answer = await inTime((signal) => fetch(url, { headers: { Accept: "application/json" }, signal }));
    if (answer.ok) await inTime((signal) => send("POST", `${url}/cancellation`, off, { signal }));
    else if (answer.status !== 404) throw new Error(String(answer.status));
    this.kept.forget();
    return { off: true };
  }

  failed(error) {
    if (error instanceof Refused && FINAL.has(error.status)) {
      this.kept.change({ refused: error.problem });
      return { refused: error.problem };
    }
    const tries = (this.kept.call?.tries ?? 0) + 1;
    this.kept.change({ tries });
    this.told({ tries, next: this.wait(tries) });
    return null;
  }

  wait(tries) {
    return WAITS_MS[Math.min(tries, WAITS_MS.length) - 1];
  }

  pause() {
    return new Promise((done) => {
      const timer = setTimeout(done, this.wait(this.kept.call?.tries ?? 1));
      this.wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
}

/** A network that is there but leads nowhere is none: what was sent is taken off it, and nobody waits for a question asked meanwhile. */
function inTime(ask) {
  const end = new AbortController();
  return new Promise((done, failed) => {
    const timer = setTimeout(() => {
      end.abort();
      failed(new Error("no answer"));
    }, PATIENCE_MS);
    ask(end.signal).then(done, failed).finally(() => clearTimeout(timer));
  });
}
