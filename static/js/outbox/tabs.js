// The tabs of one person on this phone, and the worker: what one does with the queue, all hear; only one at a time sends.

import { lead } from "../leading.js";

export class Tabs {
  /** `hear` is called with what any tab says, this one's own words included. */
  constructor(person, hear) {
    this.name = `ld-outbox-${person}`;
    this.hear = hear;
    this.channel = new BroadcastChannel(this.name);
    this.channel.onmessage = ({ data }) => hear(data);
  }

  say(told) {
    this.channel.postMessage(told);
    this.hear(told);
  }

  /** Runs `work` once no other tab is at it; answers what it answers. The server knows what comes twice. */
  alone(work) {
    return lead(this.name, work);
  }

  leave() {
    this.channel.close();
  }
}
