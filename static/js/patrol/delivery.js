// Bringing kept points to the server, a batch at a time and one at once.

import { deviceId } from "../sending/device.js";
import { Refused, send } from "../sending/send.js";

const BATCH = 500;
const PATIENCE_MS = 30_000; // what hangs would keep every later point back
const NOT_THERE = 404; // a patrol that was begun on this phone may still wait in its outbox
const LATER = new Set([401, NOT_THERE, 408, 425, 429]); // the same batch may be taken yet

const waitsFor = ({ status }) => (status === NOT_THERE ? "巡查先送到" : "网络");

export class Delivery {
  /** `say(words)` hears what the person should know; an empty text when there is nothing to say. */
  constructor(kept, url, say) {
    this.kept = kept;
    this.url = url;
    this.say = say;
    this.running = null;
    this.refused = false;
  }

  /** Resolves once everything kept is sent, or cannot be sent now. Never rejects; asked twice, it is one delivery. */
  flush() {
    this.running ??= this.sendAll().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  async sendAll() {
    try {
      while (this.kept.points.length > 0 && !this.refused) await this.sendBatch();
    } catch (error) {
      this.refused = error instanceof Refused && error.status < 500 && !LATER.has(error.status);
      this.say(this.refused ? `轨迹没有送出：${error.problem.title}` : `${this.kept.points.length}个定位点等${waitsFor(error)}`);
    }
  }

  async sendBatch() {
    const { points } = this.kept;
    const before = points.length;
    const body = { device: deviceId(), points: points.slice(0, BATCH) };
    const answer = await send("POST", this.url, body, { quiet: true, patience: PATIENCE_MS });
    this.kept.held(answer.held);
    if (this.kept.points.length === before) throw new Error("the server took nothing");
    this.say("");
  }
}
