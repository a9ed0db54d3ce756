// Two seconds of holding send the form of the dialog. Letting go early undoes it without a word. What cannot hold
// (keyboard, switch, screen reader: a click with no finger down before it) opens the dialog with its two buttons.

const HOLD_MS = 2000;
const CLICK_MS = 400;

export default function hold(button) {
  const dialog = document.getElementById(button.dataset.dialog);
  const words = button.querySelector("[data-hold-words]");
  const idle = words.textContent;
  let timers = [];
  let touched = false;

  function start(event) {
    if (event.button) return;
    touched = true;
    button.classList.add("is-holding");
    words.textContent = "再按2秒";
    timers = [setTimeout(() => (words.textContent = "再按1秒"), HOLD_MS / 2), setTimeout(send, HOLD_MS)];
  }

  function stop() {
    timers.forEach(clearTimeout);
    button.classList.remove("is-holding");
    words.textContent = idle;
    setTimeout(() => (touched = false), CLICK_MS);
  }

  function send() {
    stop();
    navigator.vibrate?.(60);
    const form = dialog.querySelector("form");
    if (form.checkValidity()) return form.requestSubmit();
    dialog.showModal();
    form.reportValidity();
  }

  button.addEventListener("pointerdown", start);
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) button.addEventListener(end, stop);
  button.addEventListener("contextmenu", (event) => event.preventDefault());
  button.addEventListener("click", () => touched || dialog.showModal());
}
