// The call this person made on this phone and that is not over: kept until the server has it and while it is open, over
// every closing of the tab. One at a time; on a shared phone each person's is their own. What becomes of it is told as "ld:call" on
// the window; other tabs hear of it as of all storage. No DOM.

import { remember } from "../remember.js";

export class KeptCall {
  constructor(person, storage = localStorage) {
    this.key = `ld-assist-${person}`;
    this.storage = storage;
    this.unkept = null; // where the phone has no room for it: it lives as long as its page, and is sent all the same
  }

  /** As it stands now, for all tabs: { id, url, next, body, pressed, tries, held, refused, off, points, batch }, or null. */
  get call() {
    return this.unkept ?? JSON.parse(this.storage.getItem(this.key) ?? "null");
  }

  /** Whether it is still to arrive: nobody has heard of it, and nobody has taken it back. */
  get waits() {
    const { call } = this;
    return call !== null && !call.held && !call.off;
  }

  /** The call of this id; null once it is over or another one is kept in its place. */
  own(id) {
    const { call } = this;
    return call?.id === id ? call : null;
  }

  put(call) {
    this.unkept = remember(this.key, JSON.stringify(call), this.storage) ? null : call;
    dispatchEvent(new Event("ld:call"));
    return call;
  }

  /** What became of the call of this id; nothing, and null, where it is not the one that is kept. */
  change(id, changes) {
    const call = this.own(id);
    return call && this.put({ ...call, ...changes });
  }

  /** Another one that was put there meanwhile stays. */
  forget(id) {
    if (!this.own(id)) return;
    this.unkept = null;
    this.storage.removeItem(this.key);
    dispatchEvent(new Event("ld:call"));
  }
}
