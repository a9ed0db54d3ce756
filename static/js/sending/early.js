// A form whose behaviours are still on their way may be tapped already, on a slow line above all: the tap waits for them.
// Before even this module is there, method="dialog" keeps the browser from sending the form in its own way, which would put
// what was typed into the address.

import { tell } from "../tell.js";

const ready = new WeakSet();
const coming = new WeakMap();

/** All behaviours of `element`, as a promise; until it is kept, the element's submission waits. */
export function awaitBehaviours(element, behaviours) {
  if (coming.has(element)) return;
  coming.set(element, behaviours);
  behaviours.then(() => ready.add(element), () => undefined);
}

export function holdEarlyTaps() {
  document.addEventListener("submit", hold, { capture: true });
}

function hold(event) {
  const form = event.target;
  if (form.dataset.url === undefined || form.dataset.behaviour === undefined || ready.has(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (form.dataset.early !== undefined) return;
  form.dataset.early = "";
  coming
    .get(form)
    ?.then(() => form.requestSubmit(), () => tell("这一页没有取全，连上网络后刷新再试"))
    .finally(() => delete form.dataset.early);
}
