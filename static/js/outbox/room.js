// How much room the browser leaves, and whether it promised not to clear it away.

import { remember } from "../remember.js";

const ASKED = "ld-stay-asked";
const AGAIN_MS = 7 * 24 * 3600_000;
const GIB = 2 ** 30;

/** { left, persisted }: bytes, null where the browser does not say. */
export async function roomHere() {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  const persisted = (await navigator.storage?.persisted?.().catch(() => false)) ?? false;
  return { left: quota === undefined ? null : told(Math.max(0, quota - usage)), persisted };
}

/** Chromium from 138 on hides the disk behind a whole number of GiB, at most ten: that says nothing of what is left. */
const told = (left) => (left > 0 && left % GIB === 0 ? null : left);

/** Whether the browser promises it now. */
export const askToStay = async () => (await navigator.storage?.persist?.().catch(() => false)) ?? false;

/** Once something lies here. Some browsers put the question to the person: a week after a no it is asked again. */
export async function askToStayOnce(now = Date.now()) {
  if (now - Number(localStorage.getItem(ASKED) ?? 0) < AGAIN_MS) return;
  remember(ASKED, String(now));
  if (!(await roomHere()).persisted) await askToStay();
}

/** There was no room for it. */
export const isFull = (error) => error instanceof DOMException && error.name === "QuotaExceededError";
