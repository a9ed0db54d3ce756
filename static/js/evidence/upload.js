// One photo on its way to the server from a browser window that can keep nothing (outbox/held-photo.js is the way of all others):
// registered, sent in pieces, tried again until the server's receipt is here, for as long as the page lives.
// Events: "change" (look at state, percent, problem), once "settled".

import { waitMs } from "../outbox/backoff.js";
import { judge } from "../outbox/judging.js";
import { newId } from "../sending/device.js";
import { send, Unreachable } from "../sending/send.js";
import { registration } from "./picture.js";
import { Pieces } from "./pieces.js";
import { isFinalState } from "./states.js";

const TAKEN_BACK = "拍照人撤下";

export class Upload extends EventTarget {
  /** `url` holds {id}; `subject` is {kind, id}. */
  constructor(picture, subject, url) {
    super();
    this.id = newId();
    this.picture = picture;
    this.subject = subject;
    this.url = url.replace("{id}", this.id);
    this.state = "sending";
    this.pieces = new Pieces(picture.blob, `${this.url}/content`, send);
    this.failures = 0;
    this.registered = false;
    this.problem = null;
    this.resting = "等网络，别关这一页";
    this.wake = () => {};
  }

  get percent() {
    return this.pieces.percent;
  }

  get settled() {
    return isFinalState(this.state);
  }

  /** It lives as long as the page. */
  get isKept() {
    return false;
  }

  /** Runs to the end, however long that takes; never throws. */
  async run() {
    while (!this.settled) {
      try {
        this.become("sending");
        await this.attempt();
        if (this.state !== "dropped") this.become("sent");
      } catch (error) {
        const { refused } = judge(error);
        if (refused) this.refuse(refused);
        else await this.rest();
      }
    }
    this.dispatchEvent(new Event("settled"));
  }

  /** Try now instead of waiting: a tap, or the network is back. */
  again() {
    this.wake();
  }

  /** The person takes the photo back, sent or not. Throws when the server knows it and cannot be told. */
  async takeBack() {
    if (this.registered) await send("POST", `${this.url}/removal`, { note: TAKEN_BACK });
    this.state = "dropped";
    this.wake();
  }

  async attempt() {
    await send("PUT", this.url, registration(this.picture, this.subject));
    this.registered = true;
    while (this.state !== "dropped") {
      const record = await this.pieces.next();
      this.failures = 0;
      this.dispatchEvent(new Event("change"));
      if (record) return;
      if (this.pieces.isThrough) throw new Unreachable("nobody who knows took it");
    }
  }

  async rest() {
    if (this.state === "dropped") return;
    this.become("wait");
    this.failures += 1;
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, waitMs(this.failures));
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  refuse(problem) {
    this.problem = problem;
    this.become("refused");
  }

  become(state) {
    if (this.state === "dropped") return;
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}
