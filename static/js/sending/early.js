// What carries behaviours that are still on their way may be tapped already, on a slow line above all: the tap waits for them,
// a form's sending and a plain button alike, in the order they were tapped; what was chosen is told them once they are there.
// Before even this module is there, first-taps.js keeps them; and method="dialog" keeps the browser from sending the form in its own
// way, which would put what was typed into the address.

import { tell } from "../tell.js";

const ready = new WeakSet();
const coming = new WeakMap();
const told = new WeakSet(); // controls whose choice is told once it can be heard
const here = new Promise((resolve) => document.addEventListener("ld:here", resolve, { once: true })); // all that stands is known of

/** All behaviours of `element`, as a promise; until it is kept, what is tapped in it waits. */
export function awaitBehaviours(element, behaviours) {
  if (coming.has(element)) return;
  // What is missing is said by the script that sends, in our words and where it is. The browser's own look at it would swallow a tap
  // that comes before that script: a field that is required once something is chosen lies in a hidden part, where it cannot point.
  if (element.matches("form[method=dialog]")) element.noValidate = true;
  coming.set(element, behaviours);
  behaviours.then(() => ready.add(element), () => undefined);
}

/** Kept once what `element` is to do has been attached: what is said to it before would be heard by nobody. */
export async function whenReady(element) {
  await here;
  await coming.get(element);
}

export function holdEarlyTaps() {
  document.addEventListener("submit", holdSending, { capture: true });
  document.addEventListener("click", holdButton, { capture: true });
  document.addEventListener("change", tellLater, { capture: true });
}

function holdSending(event) {
  const form = event.target;
  if (form.dataset.url === undefined || form.dataset.behaviour === undefined || ready.has(form)) return;
  hold(event, form, [form], () => form.requestSubmit());
}

function holdButton(event) {
  const button = event.target.closest("button[type=button]");
  if (button === null) return;
  const awaited = behaving(button).filter((element) => coming.has(element) && !ready.has(element));
  if (awaited.length > 0) hold(event, button, awaited, () => button.click());
}

/** Unless something that is there already hears it. */
function tellLater({ target }) {
  const around = behaving(target);
  if (around.length === 0 || around.some((element) => !coming.has(element) || ready.has(element)) || told.has(target)) return;
  told.add(target);
  const tellNow = () => {
    told.delete(target);
    target.dispatchEvent(new Event("change", { bubbles: true }));
  };
  Promise.all(around.map((element) => coming.get(element))).then(tellNow, () => undefined);
}

function behaving(control) {
  const elements = [];
  for (let at = control.closest("[data-behaviour]"); at; at = at.parentElement?.closest("[data-behaviour]")) elements.push(at);
  return elements;
}

function hold(event, tapped, awaited, again) {
  event.preventDefault();
  event.stopImmediatePropagation();
  if (tapped.dataset.early !== undefined) return;
  tapped.dataset.early = "";
  Promise.all(awaited.map((element) => coming.get(element)))
    .then(again, () => tell("这一页没有取全，连上网络后刷新再试"))
    .finally(() => delete tapped.dataset.early);
}
