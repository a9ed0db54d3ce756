// Registers the service worker that keeps the shell and a few allow-listed pages for reading without a network; after the
// page itself is there, so that the two do not share a thin line.

import { afterLoad } from "./tasks.js";

export function registerWorker() {
  const address = document.body.dataset.worker;
  if (!address || !("serviceWorker" in navigator)) return;
  afterLoad(() => navigator.serviceWorker.register(address).then(beRuled).catch(() => undefined));
}

// The worker claims the pages that are there when it takes over; one that was on its way just then asks by itself.
function beRuled({ active }) {
  if (!navigator.serviceWorker.controller) active?.postMessage("ld-rule");
}

const PATIENCE_MS = 10_000;

/** Once the worker keeps the shell, what is not needed at first sight comes from there and shares no thin line with a first visit. */
export function shellKept() {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  return navigator.serviceWorker ? Promise.race([navigator.serviceWorker.ready, patience]) : patience;
}
