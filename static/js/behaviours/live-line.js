// Says that what stands here may be old: the line to the server is down, or there is news for a part somebody is at work in. Where there is
// no network at all its own bar says so (network.js), and nothing is asked for every 30 s. It comes while somebody writes: what they are
// about to tap stays where it is.

import { fingerUp } from "../live/hands.js";

export default function liveLine(bar) {
  const words = bar.querySelector("[data-words]");
  const note = bar.querySelector("[data-note]");
  const fresh = bar.querySelector("[data-anew]");
  const state = { down: false, waiting: false, network: navigator.onLine };

  function show() {
    const { down, waiting, network } = state;
    inPlace(bar, () => (bar.hidden = !(network && (down || waiting))));
    words.textContent = down ? "实时中断" : "这一页有新变化";
    note.textContent = down ? "每30秒刷新一次" : "写完、关掉对话框后自动更新";
    fresh.hidden = down;
  }

  function hear(event, change) {
    document.addEventListener(event, ({ detail }) => {
      Object.assign(state, change(detail));
      fingerUp().then(show);
    });
  }

  hear("ld:line", (isUp) => ({ down: !isUp }));
  hear("ld:waiting", (waiting) => ({ waiting }));
  hear("ld:network", (network) => ({ network }));
  fresh.addEventListener("click", () => location.reload());
}

/** Where bars stay in sight while the page scrolls, it scrolls by what one of them takes or leaves; not where the browser does that
 * itself: further down than its head. */
function inPlace(bar, change) {
  const { parentElement: bars } = bar;
  const before = bars.getBoundingClientRect().height;
  const anchored = scrollY > 0 && CSS.supports("overflow-anchor", "auto");
  change();
  if (!anchored && getComputedStyle(bars).position === "sticky") scrollBy(0, bars.getBoundingClientRect().height - before);
}
