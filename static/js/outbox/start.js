// The outbox at work on a page: when it tries, what it says to the page, and what it tells the server of itself.

import { dayBegan } from "../moments.js";
import { outboxHere } from "./outbox.js";
import { reporting } from "./report.js";
import { askToStay } from "./room.js";
import { sendLeftovers } from "../patrol/leftovers.js";

const SYNC = "ld-outbox";

/**
 * Tries now, when the browser sees a network, when the page is looked at, when the live line is back, and after each wait; the
 * worker tries too, where the browser wakes it (sw/sync.js). What the page should know is told as "ld:outbox" on the document:
 * { waiting, photos, refused, sent, total, last, why } (`why`: what the line rests for). Null where nothing can be kept.
 */
export async function startOutbox() {
  const outbox = await outboxHere();
  if (!outbox) return null;
  const report = reporting(outbox);
  let timer;
  let why = null;
  let asked = false;

  const hurry = () => outbox.hurry();

  // From now on only the worker is sure to be woken.
  function leave() {
    asked = false;
    tell();
  }

  async function tell() {
    const count = await outbox.queue.count(dayBegan()).catch(() => null);
    if (!count) return;
    document.dispatchEvent(new CustomEvent("ld:outbox", { detail: { ...count, why: count.waiting > 0 ? why : null } }));
    if (count.waiting === 0) asked = false;
    else if (!asked) askForSync();
  }

  // Asked for while there is a network the browser wakes us at once: after each failure anew, that would be a storm.
  async function askForSync() {
    asked = true;
    const worker = await navigator.serviceWorker?.getRegistration();
    await worker?.sync?.register(SYNC).catch(() => undefined);
  }

  outbox.addEventListener("told", ({ detail: told }) => {
    if (told.type === "rest") why = told.why;
    if (told.type === "sent") why = null;
    if (told.type !== "progress") tell();
  });
  outbox.addEventListener("drained", ({ detail: again }) => {
    clearTimeout(timer);
    if (again !== null) timer = setTimeout(() => outbox.kick(), again);
    if (why === "network") return;
    report();
    sendLeftovers();
  });
  addEventListener("online", hurry);
  addEventListener("appinstalled", askToStay);
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? hurry() : leave()));
  document.addEventListener("ld:line", ({ detail: isUp }) => isUp && hurry());
  navigator.serviceWorker?.addEventListener("message", ({ data }) => data === SYNC && hurry());

  await tell();
  outbox.kick();
  return outbox;
}
