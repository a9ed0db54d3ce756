// What one form sends under: an id (of the record it makes, or its Idempotency-Key) and a moment that stay the same until
// the server answers, with a draft also over a reload. So a second try is known for what it is, and photos that were taken
// for a record while it was written belong to it.

import { newId } from "./device.js";

export class Attempt {
  constructor(form) {
    this.form = form;
    const { draft, id } = form.dataset;
    this.place = draft && `attempt:${document.body.dataset.person}:${draft}`;
    const kept = this.place ? JSON.parse(sessionStorage.getItem(this.place) ?? "{}") : {};
    this.id = id || kept.id || newId();
    this.at = kept.at ? new Date(kept.at) : null;
    this.mends = Boolean(kept.mends); // what was refused was made when it was made, however often it is sent
    this.tries = kept.at ? 1 : 0;
    this.keep();
  }

  /** The moment what is sent speaks of as now: that of the first try without an answer. */
  begin(now = new Date()) {
    this.at ??= now;
    this.tries += 1;
    this.keep();
    return this.at;
  }

  /** Whether this refusal means that an earlier try, whose answer nobody heard, is there with other content. */
  hadArrived({ code }) {
    return this.tries > 1 && (code === "conflict" || code === "key_reused");
  }

  /** The server said no: nothing of this try is there, and the next one is made when it is made. */
  refused() {
    if (!this.mends) this.at = null;
    this.tries = 0;
    this.keep();
  }

  /** What was begun for another form that is gone, under `id`, goes on in this one; not once something was tried here. */
  takeUp(id) {
    if (this.tries > 0) return;
    this.id = id;
    this.keep();
  }

  /** The server has it under this id: what is sent from now on is another thing. */
  renew() {
    this.id = newId();
    this.mends = false;
    this.refused();
  }

  /** The server has it; nothing of this try is kept any more. */
  done() {
    if (this.place) sessionStorage.removeItem(this.place);
    this.place = "";
  }

  keep() {
    const { dataset } = this.form;
    if (dataset.url.includes("{new}") || dataset.key !== undefined) dataset.id = this.id;
    if (this.place) sessionStorage.setItem(this.place, JSON.stringify({ id: this.id, at: this.at, mends: this.mends }));
  }
}
