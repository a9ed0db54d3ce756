// Taps that come while the page's scripts are still on a slow line: a button that stands there is one that works. A script of its own, not
// a module, so that it is there before them; what was tapped is tapped again once they are (app.js says "ld:here").

(() => {
  const tapped = new Set();

  // What the browser can do alone it does.
  const isOurs = (button) =>
    button.type === "submit"
      ? button.form?.method === "dialog" && button.form.dataset.url !== undefined
      : button.closest("[data-behaviour]") !== null;

  function keep(event) {
    const button = event.target.closest("button");
    if (!button || !isOurs(button)) return;
    event.preventDefault();
    button.setAttribute("aria-busy", "true");
    tapped.add(button);
  }

  document.addEventListener("click", keep, { capture: true });
  document.addEventListener(
    "ld:here",
    () => {
      document.removeEventListener("click", keep, { capture: true });
      for (const button of tapped) {
        button.removeAttribute("aria-busy");
        button.click();
      }
    },
    { once: true },
  );
})();
