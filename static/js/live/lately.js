// What this tab heard lately (tabs.js notes it). The page before heard it, while the server was drawing this one without it: whoever opens
// a page after another hears it once more.

import { remember } from "../remember.js";

const KEY = "ld-live-lately";
const KEPT = 50;

const read = (storage) => JSON.parse(storage.getItem(KEY) ?? "[]");

export function noteHeard(message, storage = sessionStorage, now = Date.now()) {
  remember(KEY, JSON.stringify([...read(storage), { at: now, message }].slice(-KEPT)), storage);
}

/** What was heard since the page was asked for (ms of the clock). */
export function heardSince(asked, storage = sessionStorage) {
  return read(storage).flatMap(({ at, message }) => (at >= asked ? [message] : []));
}
