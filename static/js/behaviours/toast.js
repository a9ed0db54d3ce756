// Shows short words for four seconds. The server says them with HX-Trigger: {"tell": "已存下"}, scripts with tell(). What is said
// while a dialog is open stands in it: behind it nobody would see or hear it.

import { takeUnheard } from "../tell.js";

const SHOWN_MS = 4000;

export default function toast(element) {
  const home = element.parentElement;
  let timer;

  function show(words) {
    const place = (words && [...document.querySelectorAll("dialog[open]")].pop()) || home;
    if (element.parentElement !== place) place.append(element);
    element.textContent = words;
    element.classList.toggle("is-shown", Boolean(words));
    clearTimeout(timer);
    if (words) timer = setTimeout(show, SHOWN_MS, "");
  }

  document.addEventListener("tell", (event) => {
    const words = event.detail?.value ?? event.detail;
    if (typeof words !== "string") return;
    event.preventDefault();
    show(words);
  });
  show(takeUnheard());
}
