// A form is sent once: while the answer is on its way a second tap does nothing, and its button says so (data-sending).
// Forms that a script or htmx sends have their own way.

export function guardSending() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if ("sending" in form.dataset) event.preventDefault();
    else form.dataset.sending = "";
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sending]")) delete form.dataset.sending;
  });
}
