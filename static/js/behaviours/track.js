// Records the track of a running patrol while a page of it is open: one watch, points kept until the server holds them, the
// screen held awake. Another tab on the same patrol waits its turn: both count the same points. A locked phone stops the
// track; that is said on the page, and the gap stays a gap.

import { Delivery } from "../patrol/delivery.js";
import { openKept } from "../patrol/keeping.js";
import { agree, whenAgreed } from "../patrol/permission.js";
import { lastFix, watchPosition } from "../patrol/position.js";
import { stayAwake } from "../patrol/waking.js";

const SEND_EVERY_MS = 30_000;
const SEND_AT = 10;
const DENIED = 1;

export default async function track(element) {
  stayAwake(element.querySelector("[data-awake]"));
  await whenAgreed(() => offer(element.querySelector("[data-track-offer]")));
  alone(`ld-track-${element.dataset.patrol}`, () => record(element));
}

/** A button that starts the track, where the page has one. */
function offer(button) {
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.hidden = true;
    agree();
  });
}

/** Holds the turn for as long as the page lives; at once where the browser has no locks. */
function alone(name, work) {
  if (!navigator.locks) return work();
  return navigator.locks.request(name, async () => {
    await work();
    return new Promise(() => {});
  });
}

async function record(element) {
  const { patrol, url } = element.dataset;
  const kept = await openKept(patrol);
  const say = speaker(element);
  const delivery = new Delivery(kept, url, say);

  watchPosition((fix, error) => {
    if (error) return say(whatIsWrong(error));
    showAccuracy(fix);
    if (!kept.add(fix)) return;
    element.dispatchEvent(new CustomEvent("moved", { detail: fix, bubbles: true }));
    if (kept.points.length >= SEND_AT) delivery.flush();
  });
  setInterval(() => delivery.flush(), SEND_EVERY_MS);
  addEventListener("online", () => delivery.flush());
  document.addEventListener("visibilitychange", () => delivery.flush());
  element.addEventListener("finish", ({ detail }) => {
    if (lastFix()) kept.add(lastFix(), { always: true });
    detail.waitUntil(delivery.flush());
  });
  delivery.flush();
}

function speaker(element) {
  const notice = element.querySelector("[data-track-words]");
  return (words) => {
    if (notice && notice.textContent !== words) notice.textContent = words;
  };
}

function showAccuracy({ accuracy_m }) {
  const shown = document.querySelector("[data-accuracy]");
  if (shown) shown.textContent = `±${Math.ceil(accuracy_m)}`;
}

function whatIsWrong({ code }) {
  return code === DENIED ? "没有定位权限，轨迹没有在记。在浏览器设置里允许定位" : "暂时没有定位";
}
