// Before a patrol ends: a last fix, and every kept point sent, so that the track reaches to the end.

import { bestFix } from "../patrol/position.js";

const PATIENCE_MS = 6_000;

export default function lastFix(form) {
  form.addEventListener(
    "submit",
    async (event) => {
      if (form.dataset.fixed !== undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      form.dataset.fixed = "";
      await Promise.race([bestFix(PATIENCE_MS), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
      await flushed();
      form.requestSubmit();
    },
    { capture: true },
  );
}

async function flushed() {
  const track = document.querySelector('[data-behaviour~="track"]');
  let waiting = Promise.resolve();
  track?.dispatchEvent(new CustomEvent("flush", { detail: { waitUntil: (promise) => (waiting = promise) } }));
  await waiting;
}
