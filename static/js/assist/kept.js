// The call this person made on this phone and that is not over: kept until the server has it and while it is open, over
// every closing of the tab. One at a time; on a shared phone each person's is their own. No DOM.

export class KeptCall {
  constructor(person, storage = localStorage) {
    this.key = `ld-assist-${person}`;
    this.storage = storage;
  }

  /** As it stands now, for all tabs: { id, url, next, body, pressed, tries, held, off, points, batch }, or null. */
  get call() {
    return JSON.parse(this.storage.getItem(this.key) ?? "null");
  }

  put(call) {
    this.storage.setItem(this.key, JSON.stringify(call));
    return call;
  }

  /** Nothing where it is over meanwhile. */
  change(changes) {
    const { call } = this;
    return call && this.put({ ...call, ...changes });
  }

  forget() {
    this.storage.removeItem(this.key);
  }
}
