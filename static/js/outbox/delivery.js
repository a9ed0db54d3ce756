// Brings what is kept to the server, one at a time, until nothing is left or nothing can be sent now. Whoever calls `drain`
// holds the person's lock (see tabs.js): no two tabs, and no worker beside them, are ever at it at once. No DOM.

import { inTime } from "../sending/patience.js";
import { waitMs } from "./backoff.js";
import { ENVELOPE_VERSION, isPhoto } from "./envelope.js";
import { judge } from "./judging.js";
import { nextReady, ripensAt } from "./order.js";
import { bringPhoto, GAVE_WAY } from "./uploading.js";

const FACT_PATIENCE_MS = 30_000;
const PIECE_PATIENCE_MS = 120_000;

export class Delivery {
  /**
   * `send(method, url, body, {key, headers, signal})` as sending/send.js. `isGenuine(receipt, envelope)` judges a receipt. `told`
   * hears { type: "sent", id, record }, { type: "refused", id, problem, status }, { type: "progress", id, percent } and
   * { type: "rest", id, why, line }: nobody took this one; `line`: nor would anybody take another.
   */
  constructor(queue, { send, isGenuine, told, now = Date.now }) {
    Object.assign(this, { queue, line: send, isGenuine, told, now, failures: 0 });
  }

  /** Milliseconds after which to try again; null if that would change nothing. */
  async drain() {
    for (;;) {
      const rows = await this.queue.rows();
      const row = nextReady(rows, this.now());
      if (!row) return this.untilRipe(rows);
      const wait = await this.bring(row);
      if (wait) return wait;
    }
  }

  /** A fact has come while a photo is on its way: the photo's piece is let go of. */
  giveWay() {
    this.givingWay = Boolean(this.photo);
    this.photo?.abort();
  }

  untilRipe(rows) {
    const at = ripensAt(rows);
    return at === null ? null : Math.max(0, at - this.now());
  }

  /** How long the whole line rests; nothing if the next one may be tried at once. */
  async bring(row) {
    const envelope = await this.queue.get(row.id);
    const bytes = envelope && isPhoto(envelope) ? await this.queue.picture(row.id) : null;
    if (!envelope || bytes === undefined) return this.rest(row, { rests: "envelope", why: "unreadable" });
    try {
      const record = bytes ? await this.bringPhoto(envelope, row, bytes) : await this.bringFact(envelope);
      return record === GAVE_WAY ? 0 : await this.settle(envelope, row, record);
    } catch (error) {
      return this.failed(row, error);
    }
  }

  bringFact(envelope) {
    const { method, url, body, key } = envelope;
    return this.sending(envelope, FACT_PATIENCE_MS)(method, url, body, { key });
  }

  async bringPhoto(envelope, { begun }, bytes) {
    const blob = new Blob([bytes], { type: envelope.picture.media_type });
    if (!begun) await this.queue.change(envelope.id, (row) => ({ ...row, begun: true }));
    this.photo = new AbortController();
    const send = this.sending(envelope, PIECE_PATIENCE_MS, this.photo.signal);
    try {
      return await bringPhoto({ envelope, blob, begun }, send, {
        heard: (percent) => this.told({ type: "progress", id: envelope.id, percent }),
        givesWay: async () => nextReady(await this.queue.rows(), this.now())?.id !== envelope.id,
      });
    } catch (error) {
      if (this.givingWay) return GAVE_WAY;
      throw error;
    } finally {
      this.photo = null;
      this.givingWay = false;
    }
  }

  /** When it was made is said each time: the clock may be another by now. */
  sending({ device, made_at }, patience, given) {
    return (method, url, body, more = {}) => {
      const headers = { "Liandong-Device": device, "Liandong-Made-At": made_at, "Liandong-Envelope": String(ENVELOPE_VERSION), ...more.headers };
      return inTime(patience, (signal) => this.line(method, url, body, { ...more, headers, signal }), given);
    };
  }

  /** Only a receipt that holds good lets the envelope go. */
  async settle(envelope, row, record) {
    const { id } = envelope;
    if (!(await this.isGenuine(record?.receipt, envelope))) return this.rest(row, { rests: "envelope", why: "receipt" });
    this.failures = 0;
    await this.queue.rebase(envelope, record.version);
    await this.queue.sent(envelope, record.receipt);
    this.told({ type: "sent", id, record });
    return 0;
  }

  async failed(row, error) {
    const judged = judge(error);
    if (judged.rests) return this.rest(row, judged);
    const { refused: problem, status } = judged;
    await this.queue.refuse(row.id, problem);
    this.told({ type: "refused", id: row.id, problem, status });
    return 0;
  }

  async rest({ id, tries }, { rests, why, after }) {
    const line = rests === "line";
    if (line) this.failures += 1;
    else await this.queue.rest(id, this.now() + waitMs(tries + 1, { after }), why === "unreadable");
    this.told({ type: "rest", id, why, line });
    return line ? waitMs(this.failures, { after }) : 0;
  }
}
