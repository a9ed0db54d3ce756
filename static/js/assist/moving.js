// Where this phone is, sent while a call is open: by whoever called, and by whoever is under way to them. No DOM.

import { elapsed } from "../elapsed.js";
import { metres } from "../patrol/keeping.js";
import { newId } from "../sending/device.js";
import { Refused, send } from "../sending/send.js";
import { hasEnded } from "./state.js";

const STEP_M = 10;
const STILL_MS = 15_000;
const MOST = 200;
const PATIENCE_MS = 10_000;

/** The first fix, one that is clearly better, ten metres on, or a sign of life each quarter of a minute. */
export function isNews(before, fix) {
  if (!before) return true;
  const since = elapsed(before.time, fix.time);
  if (since <= 0) return false;
  if (since >= STILL_MS || metres(before, fix) >= STEP_M) return true;
  return fix.accuracy_m < before.accuracy_m / 2;
}

export class Moving {
  /** `shelf` holds { points, batch } over the closing of the tab: get() and set(changes). `over()`: it is no longer wanted. */
  constructor(url, shelf, over) {
    this.url = url;
    this.shelf = shelf;
    this.over = over;
    this.last = null;
    this.running = null;
  }

  /** Kept as a point; sent at once, unless the call itself has not arrived (`send` is false). */
  add(fix, { send: now = true } = {}) {
    if (!isNews(this.last, fix)) return;
    this.last = fix;
    const { lat, lon, accuracy_m } = fix;
    const point = { lat, lon, accuracy_m, source: "gps", at: new Date(fix.time).toISOString() };
    this.shelf.set({ points: [...(this.shelf.get().points ?? []), point].slice(-MOST) });
    if (now) this.flush();
  }

  /** Never rejects; asked twice, it is one delivery. */
  flush() {
    this.running ??= this.deliver()
      .catch((error) => this.failed(error))
      .finally(() => (this.running = null));
    return this.running;
  }

  async deliver() {
    for (;;) {
      const { points = [], batch } = this.shelf.get();
      if (!batch && points.length === 0) return;
      const sent = batch ?? { key: newId(), points };
      if (!batch) this.shelf.set({ batch: sent, points: [] });
      const record = await send("POST", this.url, { points: sent.points }, { key: sent.key, quiet: true, patience: PATIENCE_MS });
      this.shelf.set({ batch: null });
      if (hasEnded(record.state)) return this.over();
    }
  }

  /** Refused for good: it has ended, or is not this person's any more. Otherwise the next fix tries again. */
  failed(error) {
    if (error instanceof Refused && [403, 404, 409].includes(error.status)) this.over();
  }
}
