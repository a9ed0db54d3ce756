// Records the track of a patrol while it runs and a page of it is open: one watch, points kept until the server holds them, the
// screen held awake. data-state: how the patrol was drawn; a pause, an end, a resumption made here count at once, also where the
// server has not heard of them. Another tab on the same patrol waits its turn: both count the same points. A locked phone stops
// the track; that is said on the page, and the gap stays a gap.

import { Delivery } from "../patrol/delivery.js";
import { openKept } from "../patrol/keeping.js";
import { agree, whenAgreed } from "../patrol/permission.js";
import { lastFix, watchPosition } from "../patrol/position.js";
import { followRunning } from "../patrol/running.js";
import { stayAwake } from "../patrol/waking.js";

const SEND_EVERY_MS = 30_000;
const SEND_AT = 10;
const DENIED = 1;

export default function track(element) {
  const { patrol, state } = element.dataset;
  let taking = null;
  let awake = null;

  followRunning(patrol, state, (runs) => {
    element.hidden = !runs;
    awake ??= stayAwake(element.querySelector("[data-awake]"), () => !element.hidden);
    awake();
    if (runs) taking ??= take(element);
    taking?.then((recorder) => (runs ? recorder.start() : recorder.stop()));
  });
}

/** The one recorder of this patrol on this device, once the person has agreed and no other tab has it. */
async function take(element) {
  const { patrol, url } = element.dataset;
  await whenAgreed(() => offer(element.querySelector("[data-track-offer]")));
  await turn(`ld-track-${patrol}`);
  return new Recorder(element, await openKept(patrol), url);
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

/** Resolves with the turn, which is held for as long as the page lives; at once where the browser has no locks. */
function turn(name) {
  if (!navigator.locks) return Promise.resolve();
  return new Promise((resolve) => {
    navigator.locks.request(name, () => {
      resolve();
      return new Promise(() => {});
    });
  });
}

class Recorder {
  constructor(element, kept, url) {
    Object.assign(this, { element, kept, notice: element.querySelector("[data-track-words]"), release: null });
    this.delivery = new Delivery(kept, url, (words) => this.say(words));
    kept.store.full = () => this.say("手机存满了，轨迹只留在这一页里。别关这一页，清理手机里别的东西，或连上网络");
    setInterval(() => this.delivery.flush(), SEND_EVERY_MS);
    addEventListener("online", () => this.delivery.flush());
    document.addEventListener("visibilitychange", () => this.delivery.flush());
    element.addEventListener("finish", ({ detail }) => {
      if (this.release && lastFix()) kept.add(lastFix(), { always: true });
      detail.waitUntil(this.delivery.flush());
    });
    this.delivery.flush();
  }

  start() {
    this.release ??= watchPosition((fix, error) => this.heard(fix, error));
  }

  stop() {
    this.release?.();
    this.release = null;
    this.delivery.flush();
  }

  heard(fix, error) {
    if (error) return this.lose(whatIsWrong(error));
    if (this.lost) this.say((this.lost = ""));
    showAccuracy(fix);
    if (!this.kept.add(fix)) return;
    this.element.dispatchEvent(new CustomEvent("moved", { detail: fix, bubbles: true }));
    if (this.kept.points.length >= SEND_AT) this.delivery.flush();
  }

  /** Until the next fix: only what the position itself made be said is taken back by it. */
  lose(words) {
    this.say((this.lost = words));
  }

  say(words) {
    if (this.notice && this.notice.textContent !== words) this.notice.textContent = words;
  }
}

function showAccuracy({ accuracy_m }) {
  const shown = document.querySelector("[data-accuracy]");
  if (shown) shown.textContent = `±${Math.ceil(accuracy_m)}`;
}

function whatIsWrong({ code }) {
  return code === DENIED ? "没有定位权限，轨迹没有在记。在浏览器设置里允许定位" : "暂时没有定位";
}
