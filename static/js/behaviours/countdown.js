// Seconds until something happens: data-words with {left} until data-until (the server's clock: data-now), then data-after.
// With [data-shown-after] inside, that is shown instead of words.

import { aheadOf } from "../ahead.js";

const SECOND = 1000;

export default function countdown(element) {
  const { until, now, words, after } = element.dataset;
  const ahead = aheadOf(now);
  const shown = element.querySelector("[data-shown-after]");
  const draw = () => {
    if (!element.isConnected) return clearInterval(timer);
    const left = Math.ceil((Date.parse(until) - Date.now() - ahead) / SECOND);
    if (left <= 0) clearInterval(timer);
    if (shown) shown.hidden = left > 0;
    else element.textContent = left > 0 ? words.replace("{left}", duration(left)) : after;
  };
  const timer = setInterval(draw, SECOND);
  draw();
}

function duration(seconds) {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes}分${seconds % 60}秒` : `${seconds}秒`;
}
