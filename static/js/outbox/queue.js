// The envelopes of one person on this phone, and the receipts of those that left. Content is sealed before a transaction is
// opened: a transaction that waits for anything else is closed by the browser. No DOM.

import { isPhoto, samePlace } from "./envelope.js";
import { inOrder, needs, oldestFirst } from "./order.js";
import { rebased } from "./rebasing.js";
import { openBytes, seal, sealBytes, unseal } from "./sealing.js";

const REMEMBERED = 500;

export class Queue {
  /** `changed()` is called after each change. */
  constructor(database, key, person, changed = () => undefined) {
    Object.assign(this, { database, key, person, changed });
  }

  /** Keep an envelope, with the bytes of its picture (ArrayBuffer). Once this resolves it survives the phone's sudden end. Answers in
   * which state it lay here before; what was made since then hangs on it, not it on that. */
  async put(envelope, bytes) {
    const before = await this.own(envelope.id);
    const after = before?.after ?? needs(envelope, await this.list());
    const row = await this.rowOf(envelope, { after, state: "waiting", tries: 0, size: bytes?.byteLength });
    const picture = bytes && { id: envelope.id, person: this.person, sealed: await sealBytes(this.key, `picture:${envelope.id}`, bytes) };
    const work = this.database.transaction(["envelopes", "pictures"], "readwrite", { durability: "strict" });
    work.objectStore("envelopes").put(row);
    if (picture) work.objectStore("pictures").put(picture);
    await work.done;
    this.changed();
    return before?.state;
  }

  async own(id) {
    const row = await this.database.get("envelopes", id);
    return row?.person === this.person ? row : undefined;
  }

  async rowOf(envelope, { after, state, tries, next_at = 0, size = 0 }) {
    const { id, kind, made_at: at } = envelope;
    const sealed = await seal(this.key, `envelope:${id}`, envelope);
    return { id, person: this.person, kind, at, after, state, tries, next_at, size: size || sealed.bytes.byteLength, sealed };
  }

  /** What ordering takes, in clear, without the content. */
  rows() {
    return this.database.getAllFromIndex("envelopes", "person", this.person);
  }

  /** Every envelope with its state, oldest first. */
  async list() {
    const opened = await Promise.all((await this.rows()).map((row) => this.opened(row)));
    return inOrder(opened.filter(Boolean));
  }

  async get(id) {
    const row = await this.own(id);
    return row && this.opened(row);
  }

  /** Whether it is here and waits for others of this queue that have not gone. */
  async isHeldBack(id) {
    const rows = await this.rows();
    const row = rows.find((each) => each.id === id);
    return Boolean(row) && rows.some((each) => row.after.includes(each.id));
  }

  /** Undefined where another key would be needed, or its bytes are damaged: it stays, and says nothing. */
  async opened({ id, sealed, after, state, tries, next_at, size, unreadable }) {
    const envelope = await unseal(this.key, `envelope:${id}`, sealed).catch(() => null);
    return envelope ? { ...envelope, after, state, tries, next_at, size, unreadable } : undefined;
  }

  /** What `listed` does not show because it cannot be opened: { id, after, made_at, state, unreadable }, oldest first. */
  async closed(listed) {
    const shown = new Set(listed.map(({ id }) => id));
    const others = (await this.rows()).filter(({ id }) => !shown.has(id));
    const opened = await Promise.all(others.map((row) => this.opened(row)));
    const closed = others.filter((_, place) => !opened[place]);
    return closed.map(({ id, after, at, state }) => ({ id, after, made_at: at, state, unreadable: true })).sort(oldestFirst);
  }

  /** Undefined where its bytes are not here, or cannot be read. */
  async picture(id) {
    const kept = await this.database.get("pictures", id);
    return kept && openBytes(this.key, `picture:${id}`, kept.sealed).catch(() => undefined);
  }

  /** Whether the server may know of it already. */
  async hasBegun(id) {
    return Boolean((await this.database.get("envelopes", id))?.begun);
  }

  /** Nobody answered for this one, or its own content cannot be read here: its next try is at `next_at` (ms). */
  rest(id, next_at, unreadable = false) {
    return this.change(id, (row) => ({ ...row, tries: row.tries + 1, next_at, unreadable }));
  }

  /** The server will never take it as it is; `problem` says why. It stays until the person mends, exports or drops it. */
  async refuse(id, problem) {
    const envelope = await this.get(id);
    if (!envelope) return;
    const sealed = await seal(this.key, `envelope:${id}`, { ...bare(envelope), problem });
    await this.change(id, (row) => ({ ...row, state: "refused", sealed }));
  }

  /** The person has made up their mind: it says `body` now and is sent again, in its place. */
  async amend(id, body) {
    const envelope = await this.get(id);
    if (envelope) await this.rewrite(envelope, body, { state: "waiting", tries: 0, next_at: 0 });
  }

  /** `sent` made that version: what was changed after it on this phone is no other's change. */
  async rebase(sent, version) {
    if (sent.body?.base === undefined) return;
    const later = (await this.list()).filter(({ after, subject }) => after.includes(sent.id) && samePlace(subject, sent.subject));
    for (const each of later) {
      const body = rebased(each, sent, version);
      if (body) await this.rewrite(each, body);
    }
  }

  async rewrite(envelope, body, changed = {}) {
    const { id } = envelope;
    const sealed = await seal(this.key, `envelope:${id}`, { ...bare(envelope), body });
    await this.change(id, (row) => ({ ...row, ...changed, sealed }));
  }

  /** Try everything that rests now; with an id also that one, refused or not. */
  async wake(id) {
    const work = this.database.transaction("envelopes", "readwrite");
    for (const row of await work.store.index("person").getAll(this.person)) {
      if (row.id === id) work.store.put({ ...row, state: "waiting", next_at: 0 });
      else if (row.next_at > 0) work.store.put({ ...row, next_at: 0 });
    }
    await work.done;
    this.changed();
  }

  /** In one transaction: what has gone meanwhile stays gone. */
  async change(id, changed) {
    const work = this.database.transaction("envelopes", "readwrite");
    const row = await work.store.get(id);
    if (row?.person === this.person) await work.store.put(changed(row));
    await work.done;
    this.changed();
  }

  /** The server has it: the row goes, its receipt stays, both or neither. */
  async sent(envelope, receipt) {
    const { id, kind, subject, about, words, made_at } = envelope;
    const at = new Date().toISOString();
    const sealed = await seal(this.key, `sent:${id}`, { id, kind, subject, about, words, made_at, receipt });
    const work = this.database.transaction(["envelopes", "pictures", "sent"], "readwrite", { durability: "strict" });
    work.objectStore("envelopes").delete(id);
    work.objectStore("pictures").delete(id);
    work.objectStore("sent").put({ id, person: this.person, at, photo: isPhoto(envelope), sealed });
    await this.forgetOldest(work.objectStore("sent"));
    await work.done;
    this.changed();
  }

  async forgetOldest(store) {
    const keys = await store.index("person").getAllKeys(this.span());
    for (const key of keys.slice(0, Math.max(0, keys.length - REMEMBERED))) store.delete(key);
  }

  async remove(id) {
    const work = this.database.transaction(["envelopes", "pictures"], "readwrite");
    work.objectStore("envelopes").delete(id);
    work.objectStore("pictures").delete(id);
    await work.done;
    this.changed();
  }

  /** Receipts since `day` (ISO) that can be read, newest first: { id, at, kind, subject, about, words, made_at, receipt }. */
  async receipts(day = "") {
    const rows = await this.database.getAllFromIndex("sent", "person", this.span(day));
    const opened = await Promise.all(rows.map(({ id, sealed }) => unseal(this.key, `sent:${id}`, sealed).catch(() => null)));
    return opened.flatMap((each, place) => (each ? [{ ...each, at: rows[place].at }] : [])).reverse();
  }

  /** What the bar says: since `day` (ISO) how many went, and what is left. `last` is when something went last. */
  async count(day) {
    const rows = await this.rows();
    const went = await this.database.countFromIndex("sent", "person", this.span(day));
    const newest = await this.database.transaction("sent").store.index("person").openKeyCursor(this.span(), "prev");
    return { ...leftIn(rows), sent: went, total: went + rows.length, last: newest?.key[1] ?? null };
  }

  span(from = "") {
    return IDBKeyRange.bound([this.person, from], [this.person, "\uffff"]);
  }
}

/** Figures of what is left: all of it, the refused ones among it, and the photos among the others. */
export function leftIn(rows) {
  const refused = rows.filter(({ state }) => state === "refused").length;
  const photos = rows.filter((row) => isPhoto(row) && row.state !== "refused").length;
  return { waiting: rows.length, photos, refused };
}

/** An envelope without what only the queue knows of it. */
export function bare({ after, state, tries, next_at, size, unreadable, problem, ...envelope }) {
  return envelope;
}
