// What this phone knows of the lock of one person, for all tabs and over every reload: { active, locked, tries, openAt }. No DOM.

export class LockState {
  constructor(person, storage = localStorage) {
    this.key = `ld-lock-${person}`;
    this.storage = storage;
  }

  read() {
    return JSON.parse(this.storage.getItem(this.key) ?? "{}");
  }

  change(changes) {
    this.storage.setItem(this.key, JSON.stringify({ ...this.read(), ...changes }));
  }

  /** Opened: by the server's word, or by what the password unwrapped here. */
  open(now = Date.now()) {
    this.change({ active: now, locked: false, tries: 0, openAt: 0 });
  }
}
