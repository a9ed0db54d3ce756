// The browser's question for the position follows a tap, never the mere opening of a page. Who has tapped once on this
// device is not made to tap again: some phones forget the answer with every page.

import { remember } from "../remember.js";

const KEY = "ld-position";

let hear;
const agreed = new Promise((resolve) => (hear = resolve));

/** The person has tapped for it. */
export function agree() {
  remember(KEY, "1");
  hear();
}

/** Whether a page may ask by itself: tapped for before, or the answer is known already and no question will come. */
export async function mayAsk() {
  return Boolean(localStorage.getItem(KEY)) || ((await answer())?.state ?? "prompt") !== "prompt";
}

/** Resolves when the page may ask; `offer()` is called where that takes a tap. */
export async function whenAgreed(offer) {
  if (await mayAsk()) return;
  (await answer())?.addEventListener("change", hear, { once: true });
  offer();
  await agreed;
}

/** Null where the browser does not tell. */
async function answer() {
  return navigator.permissions?.query({ name: "geolocation" }).catch(() => null);
}
