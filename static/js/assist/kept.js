// The call this person made on this phone and that is not over: kept until the server has it and while it is open, over
// every closing of the tab. One at a time; on a shared phone each person's is their own. No DOM.

import { remember } from "../remember.js";
import { inTime } from "../sending/patience.js";

const PATIENCE_MS = 3_000;
export const ENDED = new Set(["resolved", "cancelled", "false_alarm"]);

/** Whether the call at this address has ended, as the server says it; null where nobody answers in time. */
export async function isOver(url) {
  const asked = (signal) => fetch(url, { headers: { Accept: "application/json" }, signal });
  const answer = await inTime(PATIENCE_MS, asked).catch(() => null);
  if (answer?.status === 404) return true;
  return answer?.ok ? ENDED.has((await answer.json()).state) : null;
}

export class KeptCall {
  constructor(person, storage = localStorage) {
    this.key = `ld-assist-${person}`;
    this.storage = storage;
    this.unkept = null; // where the phone has no room for it: it lives as long as its page, and is sent all the same
  }

  /** As it stands now, for all tabs: { id, url, next, body, pressed, tries, held, off, points, batch }, or null. */
  get call() {
    return this.unkept ?? JSON.parse(this.storage.getItem(this.key) ?? "null");
  }

  put(call) {
    this.unkept = remember(this.key, JSON.stringify(call), this.storage) ? null : call;
    return call;
  }

  /** Nothing where it is over meanwhile. */
  change(changes) {
    const { call } = this;
    return call && this.put({ ...call, ...changes });
  }

  forget() {
    this.unkept = null;
    this.storage.removeItem(this.key);
  }
}
