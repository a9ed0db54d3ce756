// The photos of one record on the page: those the server holds, drawn by it, and those on their way, drawn here from
// the strip's <template data-item>.

import { isMeant } from "../meant.js";
import { clockOf } from "../moments.js";
import { inOutbox } from "./keeping.js";
import { Upload } from "./upload.js";
import { wordsOf } from "../sending/answers.js";
import { tell } from "../tell.js";

export class Strip {
  constructor(element) {
    this.element = element;
    this.item = element.querySelector("template[data-item]");
    this.uploads = [];
    addEventListener("online", () => this.again());
    addEventListener("beforeunload", (event) => {
      if (this.waiting.some((upload) => !upload.isKept)) event.preventDefault();
    });
  }

  /** Uploads that have not come to an end. */
  get waiting() {
    return this.uploads.filter((upload) => !upload.settled);
  }

  get refused() {
    return this.uploads.filter((upload) => upload.state === "refused");
  }

  /** Send a picture that was taken for `subject` ({kind, id}), a part of `about`: kept on the phone first, or straight away where nothing can be. */
  async add(picture, subject, about) {
    const { url } = this.element.dataset;
    let isFull = false;
    const keep = (HeldPhoto, outbox) => HeldPhoto.keep(outbox, picture, { subject, about }, url);
    const held = await inOutbox(keep, () => (isFull = true));
    if (held) return this.take(held);
    const upload = new Upload(picture, subject, url);
    if (isFull) {
      upload.resting = "手机存满了，没存下。等网络，别关这一页";
      tell("手机存满了，这张没存下，只在这一页里。别关这一页，连上网络就送；或先清理手机");
    }
    this.take(upload);
    upload.run();
  }

  /** The id of another record of this kind that photos were taken for and that was never written; null if there is none. */
  unwritten(subject, about) {
    return inOutbox((_, outbox) => import("../outbox/unwritten.js").then(({ unwrittenId }) => unwrittenId(outbox, subject, about)));
  }

  /** Those the phone still keeps for this record. */
  async restore(subject) {
    const waiting = await inOutbox((HeldPhoto, outbox) => HeldPhoto.of(outbox, subject));
    for (const held of waiting ?? []) this.take(held);
  }

  take(upload) {
    const item = this.draw(upload);
    upload.addEventListener("change", () => this.show(item, upload));
    this.uploads.push(upload);
    this.show(item, upload);
  }

  again() {
    for (const upload of this.waiting) upload.again();
  }

  /** Resolves once nothing is on its way any more. */
  async settled() {
    while (this.waiting.length > 0) {
      await new Promise((resolve) => this.waiting[0].addEventListener("settled", resolve, { once: true }));
    }
  }

  /** Resolves once those on their way wait for a network. */
  rested() {
    return new Promise((resolve) => {
      const look = () => this.waiting.every(({ state }) => state === "wait") && resolve();
      for (const upload of this.waiting) upload.addEventListener("change", look);
      look();
    });
  }

  draw(upload) {
    const item = this.item.content.firstElementChild.cloneNode(true);
    const { blob, source, takenAt } = upload.picture;
    const image = item.querySelector("img");
    const blank = image.src;
    image.src = URL.createObjectURL(blob);
    // Most browsers cannot show HEIC; the server's copy takes its place once it has the photo.
    image.addEventListener("error", () => {
      image.src = blank;
      item.dataset.unseen = "";
      this.show(item, upload);
    }, { once: true });
    image.alt = `${clockOf(takenAt)}的照片`;
    item.querySelector("[data-source]").textContent = source === "gallery" ? "相册" : "拍摄";
    item.querySelector("[data-drop]").addEventListener("click", () => this.drop(item, upload));
    item.querySelector("[data-again]").addEventListener("click", () => upload.again());
    this.element.append(item);
    return item;
  }

  show(item, upload) {
    const { state, percent } = upload;
    item.dataset.state = state;
    item.querySelector("[data-words]").textContent = words(upload);
    const bar = item.querySelector("progress");
    bar.value = percent;
    bar.setAttribute("aria-label", `照片已传${percent}%`);
    bar.hidden = state === "sent" || state === "refused";
    if (state === "sent" && item.dataset.unseen !== undefined) showCopy(item, upload);
    this.tellCount();
  }

  count() {
    const kept = this.uploads.filter((upload) => upload.state !== "dropped");
    return { sent: kept.filter((upload) => upload.state === "sent").length, total: kept.length };
  }

  async drop(item, upload) {
    if (!isMeant(item.querySelector("[data-drop]"), "再按一次撤下")) return;
    try {
      await upload.takeBack();
      URL.revokeObjectURL(item.querySelector("img").src);
      item.remove();
      this.tellCount();
    } catch (error) {
      item.querySelector("[data-words]").textContent = error.problem?.title ?? "没有网络，没有撤下";
    }
  }

  tellCount() {
    const count = this.count();
    this.element.toggleAttribute("data-busy", count.sent < count.total);
    this.element.dispatchEvent(new CustomEvent("evidence", { detail: count, bubbles: true }));
  }
}

function showCopy(item, upload) {
  delete item.dataset.unseen;
  item.querySelector("img").src = `${upload.url}/content?variant=thumb`;
}

function words({ state, percent, problem, resting }) {
  if (state === "sent") return "已发送";
  if (state === "wait") return resting;
  if (state === "refused") return wordsOf(problem);
  return `已传${percent}%`;
}
