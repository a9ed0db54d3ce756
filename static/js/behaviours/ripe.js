// A button that stands where another one was tapped a moment ago: the second tap of a quick pair is not for it.

const RIPE_MS = 1_000;

export default function ripe(form) {
  const since = performance.now();
  const early = (event) => {
    if (performance.now() - since >= RIPE_MS) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  form.addEventListener("click", early, { capture: true });
}
