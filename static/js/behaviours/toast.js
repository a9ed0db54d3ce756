// Shows short words for four seconds. The server says them with HX-Trigger: {"tell": "已存下"}, scripts with tell().

import { takeUnheard } from "../tell.js";

const SHOWN_MS = 4000;

export default function toast(element) {
  let timer;

  function show(words) {
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
