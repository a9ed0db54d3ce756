// 紧急支援, wherever it stands: holding it (data-seconds) calls at once, a tap goes where the link leads, and what cannot
// hold (a key, a switch, a screen reader) is asked first, as is a tap where no network leads anywhere. data-dialog is what calls; data-form: what else is said.

import { holding } from "../holding.js";
import { whenReady } from "../sending/early.js";
import { readForm } from "../sending/reading.js";
import { tell } from "../tell.js";

export default function assist(control) {
  const { dialog, seconds, form } = control.dataset;
  const words = control.querySelector("[data-hold-words]");
  const idle = words.textContent;
  const finger = holding(control, Number(seconds), {
    left: (some) => (words.textContent = some === null ? idle : `再按${some}秒`),
    done: () => say("raise"),
  });

  function say(what) {
    const detail = form ? readForm(document.getElementById(form)) : {};
    const asked = document.getElementById(dialog);
    whenReady(asked).then(
      () => asked.dispatchEvent(new CustomEvent(what, { detail })),
      () => tell("这一页没有取全，求援发不出：拨打110"),
    );
  }

  control.addEventListener("click", (event) => {
    if (finger.held) {
      finger.held = false;
      event.preventDefault();
    } else if (!finger.touched || !navigator.onLine) {
      event.preventDefault();
      say("ask");
    } else if (control.tagName === "BUTTON") {
      tell(`${idle}，松手就不算`);
    }
  });
}
