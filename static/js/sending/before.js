/** A tap that would send `form` first does `work()`, once; then the form goes. Taps meanwhile are the same one. */
export function before(form, work) {
  let state = "open";

  async function run() {
    state = "at work";
    await work();
    state = "ready";
    form.requestSubmit();
  }

  form.addEventListener(
    "submit",
    (event) => {
      if (state === "ready") {
        state = "open";
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (state === "open") run();
    },
    { capture: true },
  );
}
