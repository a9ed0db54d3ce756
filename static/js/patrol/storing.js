// Where the points of a track lie on the phone: sealed, in pieces of an hour or less, so that a day of them costs one small piece
// each time; where this browser window can keep nothing sealed, with the page's own data as before.

import { outboxHere } from "../outbox/outbox.js";
import { isFull } from "../outbox/room.js";
import { seal, unseal } from "../outbox/sealing.js";

const PIECE = 120;
const REST = -1; // the piece that holds where the numbers go on
const EMPTY = { next: 0, points: [], last: null };

const pieceOf = ({ seq }) => Math.floor(seq / PIECE);

/** Of the person the page was drawn for. */
export async function storeOf(patrol) {
  const { person } = document.body.dataset;
  const outbox = await outboxHere();
  const plain = new PlainPoints(person, patrol);
  return outbox ? new SealedPoints(outbox.queue, patrol, plain) : plain;
}

/** Both kinds call `full()` when there was no room for a piece: the page still holds it. */
export class SealedPoints {
  /** `before`: where a version of the product that did not seal yet may have left some. */
  constructor(queue, patrol, before) {
    const { key, person } = queue;
    Object.assign(this, { lies: queue, key, person, patrol, before, full: () => undefined });
    this.written = Promise.resolve();
  }

  /** As the outbox has it at this moment: its connection may be another by now. */
  get database() {
    return this.lies.database;
  }

  async load() {
    const rows = await this.database.getAll("points", IDBKeyRange.bound([this.person, this.patrol, REST], [this.person, this.patrol, Infinity]));
    const pieces = await Promise.all(rows.map((row) => unseal(this.key, this.name(row.chunk), row.sealed).catch(() => null)));
    const found = { ...EMPTY, points: [] };
    rows.forEach(({ chunk }, at) => {
      if (!pieces[at]) return;
      if (chunk === REST) Object.assign(found, pieces[at]);
      else found.points.push(...pieces[at]);
    });
    // The phone may have died between a piece and the number after it.
    found.next = Math.max(found.next, (found.points.at(-1)?.seq ?? -1) + 1);
    return this.broughtOver(found);
  }

  async broughtOver(found) {
    const earlier = this.before.load();
    if (earlier.next === 0) return found;
    const all = found.next >= earlier.next ? found : earlier;
    for (const chunk of new Set(all.points.map(pieceOf))) this.write(chunk, all);
    this.write(REST, all);
    await this.written;
    this.before.forget();
    return all;
  }

  grown(kept) {
    this.write(pieceOf(kept.points.at(-1)), kept);
    this.write(REST, kept);
  }

  shrunk(kept) {
    const first = kept.points[0] ? pieceOf(kept.points[0]) : Infinity;
    this.queue(() => this.database.delete("points", IDBKeyRange.bound([this.person, this.patrol, 0], [this.person, this.patrol, first], false, true)));
    if (first !== Infinity) this.write(first, kept);
    this.write(REST, kept);
  }

  write(chunk, { next, points, last }) {
    const held = chunk === REST ? { next, last } : points.filter((point) => pieceOf(point) === chunk);
    this.queue(async () => {
      const sealed = await seal(this.key, this.name(chunk), held);
      await this.database.put("points", { person: this.person, patrol: this.patrol, chunk, sealed });
    });
  }

  /** One after the other; a page that is being left takes its database along, and what it had is told by the next fix. */
  queue(work) {
    this.written = this.written.then(work).catch((error) => isFull(error) && this.full());
  }

  async forget() {
    this.queue(() => this.database.delete("points", IDBKeyRange.bound([this.person, this.patrol, REST], [this.person, this.patrol, Infinity])));
    await this.written;
  }

  name(chunk) {
    return `points:${this.patrol}:${chunk}`;
  }
}

export class PlainPoints {
  constructor(person, patrol, storage = localStorage) {
    this.key = `ld-track-${person}-${patrol}`;
    Object.assign(this, { storage, full: () => undefined });
  }

  load() {
    return { ...EMPTY, ...(JSON.parse(this.storage.getItem(this.key) ?? "null") ?? { points: [] }) };
  }

  grown({ next, points, last }) {
    try {
      this.storage.setItem(this.key, JSON.stringify({ next, points, last }));
    } catch (error) {
      if (!isFull(error)) throw error;
      this.full();
    }
  }

  shrunk(kept) {
    this.grown(kept);
  }

  forget() {
    this.storage.removeItem(this.key);
  }
}
