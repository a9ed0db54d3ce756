// One photo in the outbox, as a strip shows it; the same face as evidence/upload.js has.
// Events: "change" (look at state, percent, problem), once "settled".

import { isFinalState } from "../evidence/states.js";
import { registration } from "../evidence/picture.js";
import { deviceId, newId } from "../sending/device.js";
import { send } from "../sending/send.js";
import { envelopeOf, isPhoto, samePlace } from "./envelope.js";

export class HeldPhoto extends EventTarget {
  /** `picture` needs { blob, source, takenAt }. */
  constructor(outbox, id, url, picture) {
    super();
    Object.assign(this, { outbox, id, url, picture, state: "sending", percent: 0, problem: null, resting: "已存在本机，有网络就传" });
    this.listen = ({ detail }) => this.heard(detail);
    outbox.addEventListener("told", this.listen);
  }

  /** Put a picture that was taken for `subject` ({kind, id}), a part of `about`, into the outbox; `url` holds {id}. Throws where there
   * is no room. */
  static async keep(outbox, picture, { subject, about }, url) {
    const id = newId();
    const held = new HeldPhoto(outbox, id, url.replace("{id}", id), picture);
    const { sha256: digest, blob, type } = picture;
    const envelope = envelopeOf({
      id, subject, about,
      kind: "photo", method: "PUT", url: held.url, words: "照片",
      person: outbox.person, device: deviceId(),
      body: registration(picture, subject),
      picture: { digest, bytes: blob.size, media_type: type },
      now: picture.takenAt,
    });
    try {
      await outbox.keep(envelope, await blob.arrayBuffer());
    } catch (error) {
      held.leave();
      throw error;
    }
    return held;
  }

  /** Those the outbox still keeps for a record: a reload loses none. */
  static async of(outbox, subject) {
    const here = (await outbox.queue.list()).filter((each) => isPhoto(each) && samePlace(each.subject, subject));
    const held = await Promise.all(here.map((envelope) => HeldPhoto.from(outbox, envelope)));
    return held.filter(Boolean);
  }

  /** Null where its bytes cannot be read. */
  static async from(outbox, { id, url, body, picture, state, problem }) {
    const bytes = await outbox.queue.picture(id);
    if (!bytes) return null;
    const blob = new Blob([bytes], { type: picture.media_type });
    const held = new HeldPhoto(outbox, id, url, { blob, source: body.source, takenAt: new Date(body.taken_at) });
    return Object.assign(held, { state: state === "refused" ? state : "wait", problem });
  }

  get settled() {
    return isFinalState(this.state);
  }

  /** It survives the page. */
  get isKept() {
    return true;
  }

  again() {
    this.outbox.hurry(this.id);
  }

  /** The person takes the photo back, sent or not. Throws when the server may know it and cannot be told. */
  async takeBack() {
    const known = this.state === "sent" || (await this.outbox.queue.hasBegun(this.id));
    if (known) await send("POST", `${this.url}/removal`, { note: "拍照人撤下" });
    await this.outbox.queue.remove(this.id);
    this.become("dropped");
  }

  heard({ type, id, line, percent, problem }) {
    if (this.settled || (id !== this.id && !(type === "rest" && line))) return;
    if (type === "progress") Object.assign(this, { percent });
    if (type === "refused") Object.assign(this, { problem });
    const state = { progress: "sending", sent: "sent", refused: "refused", rest: "wait" }[type];
    if (state) this.become(state);
  }

  become(state) {
    this.state = state;
    this.dispatchEvent(new Event("change"));
    if (!this.settled) return;
    this.leave();
    this.dispatchEvent(new Event("settled"));
  }

  leave() {
    this.outbox.removeEventListener("told", this.listen);
  }
}
