// A button that stands where another one was tapped a moment ago: the second tap of a quick pair is not for it. The same
// button drawn anew, with whatever news, goes on taking taps. data-url tells which act it is. The tap that does not count is
// answered: whoever meant it taps once more.

import { tell } from "../tell.js";

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
    tell(`“${form.textContent.trim()}”刚出现，这一下没有算。要办，再按一次`);
  };
  form.addEventListener("click", early, { capture: true });
}
