// One tab of the phone looks after the call it made: brings it to the server, then sends where the phone is until it ends.

import { watchPosition } from "../patrol/position.js";
import { Calling } from "./calling.js";
import { ENDED, Moving } from "./moving.js";

const OVER = new Set(["assist.resolved", "assist.cancelled", "assist.false_alarm"]);

export class Keeping {
  /** `told` hears what Calling tells, and { over: true } when the call has ended. */
  constructor(kept, told) {
    this.kept = kept;
    this.told = told;
    this.calling = new Calling(kept, told);
  }

  /** Asked again, it is still one. */
  run() {
    this.running ??= this.alone().finally(() => (this.running = null));
  }

  hurry() {
    this.calling.hurry();
  }

  /** Holds the turn as long as there is something to do; at once where the browser has no locks. */
  alone() {
    if (!navigator.locks) return this.work();
    return navigator.locks.request(this.kept.key, () => this.work());
  }

  async work() {
    if (!this.kept.call) return; // over in another tab while this one waited its turn
    const hurry = () => document.visibilityState === "visible" && this.hurry();
    window.addEventListener("online", hurry);
    document.addEventListener("visibilitychange", hurry);
    // From the first moment: what is known when the network is back is where they are, not where they were.
    const following = new Following(this.kept);
    await this.calling.run();
    window.removeEventListener("online", hurry);
    document.removeEventListener("visibilitychange", hurry);
    if (this.kept.call?.held) {
      if (await hasEnded(this.kept.call.url)) following.end();
      await following.ended;
      this.kept.forget();
    } else {
      following.end();
    }
    this.told({ over: true });
  }
}

/** Where this phone is, as long as the call is open. */
class Following {
  constructor(kept) {
    const { id, url } = kept.call;
    const shelf = { get: () => kept.call ?? {}, set: (changes) => kept.change(changes) };
    const moving = new Moving(`${url}/positions`, shelf, () => this.end());
    this.ended = new Promise((end) => (this.end = end));
    const heard = ({ detail }) => detail.id === id && OVER.has(detail.event) && this.end();
    document.addEventListener("ld:live", heard);
    const leave = watchPosition((fix) => fix && moving.add(fix, { send: Boolean(kept.call?.held) }));
    this.ended.then(() => {
      leave();
      document.removeEventListener("ld:live", heard);
    });
  }
}

/** While no page was open somebody may have ended it. */
async function hasEnded(url) {
  const answer = await fetch(url, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return answer?.status === 404;
  return ENDED.has((await answer.json()).state);
}
