// Opens the dialog it names. The browser keeps the page behind inert and gives the focus back afterwards.

export default function opener(button) {
  button.addEventListener("click", () => document.getElementById(button.dataset.dialog)?.showModal());
}
