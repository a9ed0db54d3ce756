// The camera in the app. The dialog comes from the strip's <template data-camera>; each picture that is kept is given to
// `keep(blob, takenAt)`. Answers false when there is no camera to open: the caller then asks the phone for one.

import { watchPosition } from "../patrol/position.js";
import { openStream, shoot } from "./shutter.js";

export async function openCamera(template, edge, keep) {
  let stream;
  try {
    stream = await openStream(edge);
  } catch {
    return false;
  }
  const dialog = template.content.querySelector("dialog").cloneNode(true);
  document.body.append(dialog);
  new Camera(dialog, stream, edge, keep).open();
  return true;
}

class Camera {
  constructor(dialog, stream, edge, keep) {
    Object.assign(this, { dialog, stream, edge, keep, count: 0, shot: null });
    this.video = dialog.querySelector("video");
    this.still = dialog.querySelector("img");
    this.words = dialog.querySelector("[data-camera-words]");
    this.counted = dialog.querySelector("[data-camera-count]");
  }

  open() {
    const on = (name, act) => this.dialog.querySelector(`[data-camera-${name}]`).addEventListener("click", act);
    on("shutter", () => this.take());
    on("again", () => this.live());
    on("keep", () => this.accept());
    on("done", () => this.dialog.close());
    this.dialog.addEventListener("close", () => this.close());
    this.stopWatching = watchPosition((fix, error) => this.place(fix, error));
    this.video.srcObject = this.stream;
    this.dialog.showModal();
    this.live();
  }

  async take() {
    if (this.taking) return;
    this.taking = true;
    try {
      await this.firstPicture();
      const takenAt = new Date();
      this.shot = { blob: await shoot(this.video, this.edge), takenAt };
    } finally {
      this.taking = false;
    }
    this.still.src = URL.createObjectURL(this.shot.blob);
    this.dialog.dataset.shows = "still";
    this.dialog.querySelector("[data-camera-keep]").focus();
  }

  /** A tap that comes before the camera has woken is kept, not lost. */
  async firstPicture() {
    while (this.stream.active && !this.video.videoWidth) {
      await new Promise((resolve) => this.video.addEventListener("loadeddata", resolve, { once: true }));
    }
  }

  accept() {
    const { blob, takenAt } = this.shot;
    this.count += 1;
    this.counted.textContent = `已拍${this.count}张`;
    this.keep(blob, takenAt);
    this.live();
  }

  /** Back to the live picture; what was not kept is gone. */
  live() {
    if (this.still.src.startsWith("blob:")) URL.revokeObjectURL(this.still.src);
    this.shot = null;
    this.dialog.dataset.shows = "live";
    this.video.play().catch(() => {}); // closed before it began
    this.dialog.querySelector("[data-camera-shutter]").focus();
  }

  place(fix, error) {
    if (fix) this.words.textContent = `卫星定位 ±${Math.round(fix.accuracy_m)}米`;
    else this.words.textContent = error?.code === 1 ? "没有定位权限，照片不带位置" : "正在定位";
  }

  close() {
    this.stopWatching();
    for (const track of this.stream.getTracks()) track.stop();
    this.dialog.remove();
  }
}
