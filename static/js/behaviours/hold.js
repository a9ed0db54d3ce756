// Two seconds of holding send the form of the dialog. What cannot hold (keyboard, switch, screen reader: a click with no
// finger down before it) opens the dialog with its two buttons.

import { holding } from "../holding.js";

const HOLD_S = 2;

export default function hold(button) {
  const dialog = document.getElementById(button.dataset.dialog);
  const words = button.querySelector("[data-hold-words]");
  const idle = words.textContent;
  const finger = holding(button, HOLD_S, {
    left: (seconds) => (words.textContent = seconds === null ? idle : `再按${seconds}秒`),
    done: send,
  });

  function send() {
    const form = dialog.querySelector("form");
    if (form.checkValidity()) return form.requestSubmit();
    dialog.showModal();
    form.querySelector(":invalid").focus(); // the browser's own bubble would cover the buttons
  }

  button.addEventListener("click", () => finger.touched || dialog.showModal());
}
