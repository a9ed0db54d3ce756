// Before a patrol ends: a last fix, and every kept point sent, so that the track reaches to the end.

import { agree } from "../patrol/permission.js";
import { bestFix } from "../patrol/position.js";
import { before } from "../sending/before.js";
import { tell } from "../tell.js";

const PATIENCE_MS = 6_000;

export default function lastFix(form) {
  before(form, async () => {
    tell("正在记下最后的位置");
    agree();
    await Promise.race([bestFix(PATIENCE_MS), wait(PATIENCE_MS)]);
    await Promise.race([finished(), wait(PATIENCE_MS)]);
  });
}

/** The page's track keeps the last fix and sends what it keeps. */
function finished() {
  const track = document.querySelector('[data-behaviour~="track"]');
  let delivered;
  track?.dispatchEvent(new CustomEvent("finish", { detail: { waitUntil: (promise) => (delivered = promise) } }));
  return delivered;
}

function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
