// Keeps a form while it is written and gives it back when it was not taken. See drafts.js.

import { drop, keep, problemIn, restore } from "../drafts.js";
import { tell } from "../tell.js";

const TYPING_MS = 300;

export default function draft(form) {
  let timer;
  const problem = problemIn(form);
  if (restore(form) && !problem) tell("你写的还在，接着写");
  if (problem) import("../sending/mended.js").then(({ tellMended }) => tellMended(form, problem));

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => keep(form), TYPING_MS);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    keep(form, true);
  });
  form.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.elt === form && event.detail.successful) drop(form);
  });
}
