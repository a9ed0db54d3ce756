// Brings a kept call to the server: again and again until it is there, whatever the network does. It always says the same
// under the same id, so a try whose answer nobody heard does no harm. No DOM.

import { inTime } from "../sending/patience.js";
import { Refused, send } from "../sending/send.js";
import { hasEnded, stateAt } from "./state.js";

const WAITS_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
const PATIENCE_MS = 10_000;
// What the server says of a call it will never take; everything else may be otherwise the next time.
const FINAL = new Set([400, 409, 410, 413, 422]);

export class Calling {
  /** `told` hears { next } after a try in vain (the next one in so many ms), { refused: problem }, { held: true }, { off: true } once
   * a call that was taken back is over, or { ended: true } where it had ended in another way before. */
  constructor(kept, told) {
    this.kept = kept;
    this.told = told;
    this.askedIn = false; // the sign-in lies over the numbers: once, then only who taps is asked
  }

  /** Until the server has it, it is clear that it never will, or another call has taken its place. */
  async run() {
    const id = this.kept.call?.id;
    for (;;) {
      const call = this.kept.own(id);
      if (!call || (call.held && !call.off)) return;
      const done = await this.once(call);
      const now = this.kept.own(id);
      if (!now) return;
      if (now.off && !call.off) continue; // while it was on its way: if it arrived, it has to be taken back there
      if (done) return this.finish(id, done);
      await this.pause();
    }
  }

  /** Now, where it waits for the next try. */
  hurry() {
    this.wake?.();
  }

  /** Another call has taken the place of this one, and waits for nothing; what is on its way may still arrive. */
  leave() {
    this.left?.();
    this.hurry();
  }

  once(call) {
    const left = new Promise((leave) => (this.left = leave));
    return Promise.race([this.attempt(call).catch((error) => this.failed(call, error)), left]);
  }

  async attempt(call) {
    if (call.off) return callOff(call);
    await inTime(PATIENCE_MS, (signal) => send("PUT", call.url, call.body, { signal, quiet: this.askedIn }));
    this.kept.change(call.id, { held: true, refused: undefined });
    return { held: true };
  }

  finish(id, done) {
    if (done.off || done.ended) this.kept.forget(id);
    this.told(done);
  }

  failed({ id }, error) {
    if (error.status === 401) this.askedIn = true;
    if (error instanceof Refused && FINAL.has(error.status)) {
      this.kept.change(id, { refused: error.problem });
      return { refused: error.problem };
    }
    const tries = (this.kept.own(id)?.tries ?? 0) + 1;
    if (this.kept.change(id, { tries, refused: undefined })) this.told({ next: wait(tries) });
    return null;
  }

  pause() {
    return new Promise((done) => {
      const timer = setTimeout(done, wait(this.kept.call?.tries ?? 1));
      this.wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
}

const wait = (tries) => WAITS_MS[Math.min(Math.max(tries, 1), WAITS_MS.length) - 1];

/** Whatever the server knows of it: nothing yet, a call that goes on, or one that ended before it could be taken back. */
async function callOff({ url, off }) {
  const state = await stateAt(url, PATIENCE_MS);
  if (state === "cancelled") return { off: true };
  return (state && hasEnded(state)) || !(await cancelled(url, off)) ? { ended: true } : { off: true };
}

/** False where it ended in another way a moment before. One that has not come is not found, and will not ring when it comes. */
async function cancelled(url, off) {
  try {
    await inTime(PATIENCE_MS, (signal) => send("POST", `${url}/cancellation`, off, { signal }));
    return true;
  } catch (error) {
    if (error.problem?.code === "assist_ended") return false;
    if (error.problem?.code === "not_found") return true;
    throw error;
  }
}
