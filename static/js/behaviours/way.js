// How far it is and which way, from where this device is: at once if it need not ask, else after a tap.

import { distanceParts, wayTo } from "../map/geodesic.js";
import { agree, mayAsk } from "../patrol/permission.js";
import { watchPosition } from "../patrol/position.js";

export default function way(element) {
  const part = (name) => element.querySelector(`[data-${name}]`);
  const goal = { lat: Number(element.dataset.lat), lon: Number(element.dataset.lon) };
  const ask = part("ask");

  function show(fix) {
    const { metres, eighth, words } = wayTo(fix, goal);
    const [figure, unit] = distanceParts(metres);
    part("distance").textContent = figure;
    part("unit").textContent = unit;
    part("direction").textContent = words;
    part("arrow").className = `ld-way__arrow ld-way__${eighth}`;
  }

  function follow() {
    ask.hidden = true;
    const leave = watchPosition((fix) => {
      if (!element.isConnected) leave();
      else if (fix) show(fix);
    });
  }

  ask.addEventListener("click", () => {
    agree();
    follow();
  });
  mayAsk().then((may) => (may ? follow() : (ask.hidden = false)));
}
