// Whether somebody has their hands in a part of the page: then it is not replaced under them.

// A tick in a list is no work: it goes along into the new copy (parts.js).
const TICK = ".ld-tick";
const TYPING = `input:not([type=hidden], ${TICK}), textarea, select, [contenteditable]`;
// What is recorded or on its way right now lives in these; a new copy of them would begin again from nothing.
const AT_WORK = "video, .is-holding, [data-behaviour~=track]:not([hidden]), [data-busy], [data-early], [aria-busy=true], dialog[open]";
// The camera stands above the page, and gives what it takes to the strip it was opened from.
const STRIP = "[data-behaviour~=evidence]";
const CAMERA = "dialog[open] video";

// A tap is a press and a release on the same element: one that is replaced in between never hears of it. A touch is over before
// the click it means has come: what takes the element's place by then would get it.
const CLICK_MS = 400;
let timer;
let released = Promise.resolve();
let release = () => undefined;

document.addEventListener(
  "pointerdown",
  () => {
    clearTimeout(timer);
    release();
    released = new Promise((resolve) => (release = resolve));
  },
  { capture: true },
);
for (const [end, still] of [["pointerup", CLICK_MS], ["pointercancel", 0], ["click", 0]]) {
  document.addEventListener(end, () => letGo(still), { capture: true });
}

// A press that ends elsewhere ends here too: a menu of the browser's, another window.
for (const [place, end] of [[document, "contextmenu"], [document, "visibilitychange"], [window, "blur"]]) {
  place.addEventListener(end, () => letGo(0), { capture: true });
}

function letGo(still) {
  clearTimeout(timer);
  timer = setTimeout(() => release(), still);
}

/** Kept once no finger is down any more, and what its tap means has been heard. */
export const fingerUp = () => released;

export function inHand(part) {
  const focused = document.activeElement;
  if (focused && part.contains(focused) && focused.matches(TYPING)) return true;
  if (part.matches(AT_WORK) || part.querySelector(AT_WORK)) return true;
  if (part.querySelector(STRIP) && document.querySelector(CAMERA)) return true;
  return [...part.querySelectorAll("input, textarea, select")].some(isChanged);
}

function isChanged(field) {
  if (field.type === "hidden" || field.matches(TICK)) return false;
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.tagName === "SELECT") {
    const chosen = [...field.options].some((option) => option.defaultSelected);
    return [...field.options].some((option, at) => option.selected !== (chosen ? option.defaultSelected : at === 0));
  }
  return field.value !== field.defaultValue;
}
