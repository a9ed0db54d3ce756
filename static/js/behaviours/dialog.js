// Closes by its own buttons, by Esc (the browser's part) and by a tap beside it. data-open: opens as soon as it is there.
// data-once: brought in for one look, it leaves the page when it is closed.

export default function dialog(element) {
  element.addEventListener("click", (event) => {
    if (event.target === element || event.target.closest("[data-close]")) element.close();
  });
  if (element.hasAttribute("data-once")) element.addEventListener("close", () => element.remove());
  if (element.hasAttribute("data-open")) element.showModal();
}
