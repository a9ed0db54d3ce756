// Records the track of a running patrol: one watch, points kept until the server holds them, the screen held awake.
// A locked phone stops the track; that is said on the page, and the gap stays a gap.

import { deviceId } from "../sending/device.js";
import { send } from "../sending/send.js";
import { Kept } from "../patrol/keeping.js";
import { watchPosition } from "../patrol/position.js";
import { stayAwake } from "../patrol/waking.js";

const SEND_EVERY_MS = 30_000;
const SEND_AT = 10;
const BATCH = 500;

export default function track(element) {
  const { patrol, url } = element.dataset;
  const kept = new Kept(patrol);
  const accuracy = document.querySelector("[data-accuracy]");
  const notice = element.querySelector("[data-track-words]"); // only the patrol's own page has room for it
  let sending = false;

  function write(words) {
    if (notice) notice.textContent = words;
  }

  async function flush() {
    if (sending || kept.points.length === 0) return;
    sending = true;
    try {
      const answer = await send("POST", url, { device: deviceId(), points: kept.points.slice(0, BATCH) });
      kept.held(answer.held);
    } catch {
      write(`${kept.points.length}个定位点等网络`);
    } finally {
      sending = false;
    }
  }

  function heard(fix, error) {
    if (error) return say(error);
    write("");
    if (accuracy) accuracy.textContent = `±${Math.round(fix.accuracy_m)}`;
    if (!kept.add(fix)) return;
    element.dispatchEvent(new CustomEvent("moved", { detail: fix, bubbles: true }));
    if (kept.points.length >= SEND_AT) flush();
  }

  function say(error) {
    write(error.code === 1 ? "没有定位权限，轨迹没有在记。在浏览器设置里允许定位" : "暂时没有定位");
  }

  watchPosition(heard);
  setInterval(flush, SEND_EVERY_MS);
  for (const moment of ["online", "pagehide"]) addEventListener(moment, flush);
  document.addEventListener("visibilitychange", flush);
  stayAwake(element.querySelector("[data-awake]"));
  element.addEventListener("flush", (event) => event.detail.waitUntil(flush()));
  flush();
}
