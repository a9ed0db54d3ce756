// One tab of the phone looks after the call it made: brings it to the server, then sends where the phone is until it ends.

import { lead } from "../leading.js";
import { watchPosition } from "../patrol/position.js";
import { Calling } from "./calling.js";
import { Moving } from "./moving.js";
import { isThere } from "./pressing.js";
import { isEnding, isOver } from "./state.js";

export class Keeping {
  /** `told` hears what Calling tells, and { over: true } when the call has ended or another one has taken its place. */
  constructor(kept, told) {
    this.kept = kept;
    this.told = told;
    this.calling = new Calling(kept, told);
  }

  /** Asked again, it is still one. */
  run() {
    this.running ??= this.alone().finally(() => (this.running = null));
  }

  hurry({ tapped = false } = {}) {
    if (tapped) this.calling.askedIn = false;
    this.calling.hurry();
  }

  /** The call was taken back, or another one is in its place: what is under way for it as it was gives way. */
  look() {
    const call = this.kept.own(this.id);
    if (call && !call.off) return;
    this.following?.end();
    if (call) this.calling.hurry();
    else this.calling.leave();
  }

  /** Another call has taken the place of the one that was looked after, or it is over. */
  async turn() {
    this.look();
    await this.running;
    this.run();
  }

  /** Holds the turn as long as there is something to do, or until another tab has it; at once where the browser has no locks. */
  async alone() {
    if (!navigator.locks) return this.work();
    return lead(this.kept.key, () => this.work()).catch((error) => {
      if (error.name !== "AbortError") throw error;
    });
  }

  async work() {
    const { call } = this.kept;
    if (!call) return; // over in another tab while this one waited its turn
    this.id = call.id;
    const deaf = this.listen();
    // From the first moment: what is known when the network is back is where they are, not where they were.
    const following = (this.following = new Following(this.kept, call));
    await this.calling.run();
    if (isThere(this.kept.own(call.id))) await this.follow(call, following);
    following.end();
    deaf.abort();
    if (!this.kept.own(call.id)) this.told({ over: true });
  }

  /** Until it ends, or is taken back: then the server has to hear of that. */
  async follow({ id, url }, following) {
    following.flush();
    isOver(url).then((over) => over && following.end()); // while no page was open
    await following.ended;
    if (this.kept.own(id)?.off) await this.calling.run();
    else this.kept.forget(id);
  }

  /** The network is back, the person looks again, another tab took the call back or made another one. */
  listen() {
    const deaf = new AbortController();
    const { signal } = deaf;
    const hurry = () => document.visibilityState === "visible" && this.hurry();
    window.addEventListener("online", hurry, { signal });
    document.addEventListener("visibilitychange", hurry, { signal });
    window.addEventListener("storage", ({ key }) => key === this.kept.key && this.look(), { signal });
    return deaf;
  }
}

/** Where this phone is, as long as the call is open. */
class Following {
  constructor(kept, { id, url }) {
    const shelf = { get: () => kept.own(id) ?? {}, set: (changes) => kept.change(id, changes) };
    const moving = new Moving(`${url}/positions`, shelf, () => this.end());
    this.ended = new Promise((end) => (this.end = end));
    // What was found out while the call itself was on its way, and what the network then kept back.
    this.flush = () => kept.own(id)?.held && moving.flush();
    window.addEventListener("online", this.flush);
    const heard = ({ detail }) => detail.id === id && isEnding(detail.event) && this.end();
    document.addEventListener("ld:live", heard);
    const leave = watchPosition((fix) => fix && moving.add(fix, { send: Boolean(kept.own(id)?.held) }));
    this.ended.then(() => {
      leave();
      window.removeEventListener("online", this.flush);
      document.removeEventListener("ld:live", heard);
    });
  }
}
