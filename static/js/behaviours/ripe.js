// A button that stands where another one was tapped a moment ago: the second tap of a quick pair is not for it. The same
// button drawn anew, with whatever news, goes on taking taps. data-url tells which act it is.

const RIPE_MS = 1_000;
let stands = {};

export default function ripe(form) {
  const { url } = form.dataset;
  if (stands.url !== url) stands = { url, since: performance.now() };
  const { since } = stands;
  const early = (event) => {
    if (performance.now() - since >= RIPE_MS) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  form.addEventListener("click", early, { capture: true });
}
