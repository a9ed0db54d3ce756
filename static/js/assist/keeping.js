// One tab of the phone looks after the call it made: brings it to the server, then sends where the phone is until it ends.

import { watchPosition } from "../patrol/position.js";
import { Calling } from "./calling.js";
import { isOver } from "./kept.js";
import { Moving } from "./moving.js";

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

  /** Another call has taken the place of the one that was looked after. */
  async turn() {
    this.following?.end();
    await this.running;
    this.run();
  }

  /** Holds the turn as long as there is something to do; at once where the browser has no locks. */
  alone() {
    if (!navigator.locks) return this.work();
    return navigator.locks.request(this.kept.key, () => this.work());
  }

  async work() {
    if (!this.kept.call) return; // over in another tab while this one waited its turn
    const { id } = this.kept.call;
    const hurry = () => document.visibilityState === "visible" && this.hurry();
    window.addEventListener("online", hurry);
    document.addEventListener("visibilitychange", hurry);
    // From the first moment: what is known when the network is back is where they are, not where they were.
    const following = (this.following = new Following(this.kept));
    await this.calling.run();
    window.removeEventListener("online", hurry);
    document.removeEventListener("visibilitychange", hurry);
    if (this.kept.call?.held) {
      following.flush();
      if (await isOver(this.kept.call.url)) following.end(); // while no page was open
      await following.ended;
      if (this.kept.call?.id === id) this.kept.forget();
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
    const own = () => (kept.call?.id === id ? kept.call : null);
    const shelf = { get: () => own() ?? {}, set: (changes) => own() && kept.change(changes) };
    const moving = new Moving(`${url}/positions`, shelf, () => this.end());
    this.ended = new Promise((end) => (this.end = end));
    // What was found out while the call itself was on its way, and what the network then kept back.
    this.flush = () => kept.call?.held && moving.flush();
    window.addEventListener("online", this.flush);
    const heard = ({ detail }) => detail.id === id && OVER.has(detail.event) && this.end();
    document.addEventListener("ld:live", heard);
    const turned = ({ key }) => key === kept.key && kept.call?.id !== id && this.end(); // another tab calls anew
    window.addEventListener("storage", turned);
    const leave = watchPosition((fix) => fix && moving.add(fix, { send: Boolean(kept.call?.held) }));
    this.ended.then(() => {
      leave();
      window.removeEventListener("online", this.flush);
      window.removeEventListener("storage", turned);
      document.removeEventListener("ld:live", heard);
    });
  }
}
