// What this phone knows of the lock of one person, for all tabs and over every reload: { active, locked, tries, openAt }. No DOM.

import { remember } from "../remember.js";

export class LockState {
  constructor(person, storage = localStorage) {
    this.key = `ld-lock-${person}`;
    this.storage = storage;
    this.unkept = null; // where there is no room for it: so long as the page lives
  }

  read() {
    return this.unkept ?? JSON.parse(this.storage.getItem(this.key) ?? "{}");
  }

  change(changes) {
    const state = { ...this.read(), ...changes };
    this.unkept = remember(this.key, JSON.stringify(state), this.storage) ? null : state;
  }

  /** Opened: by the server's word, or by what the password unwrapped here. */
  open(now = Date.now()) {
    this.change({ active: now, locked: false, tries: 0, openAt: 0 });
  }
}
