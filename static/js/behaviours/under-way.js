// From 出警 to 到场 this device's position goes to data-url while the page is open, so that whoever waits sees how far it is.

import { Moving } from "../assist/moving.js";
import { agree, whenAgreed } from "../patrol/permission.js";
import { watchPosition } from "../patrol/position.js";

// The element is drawn anew with each news, the sending goes on as it was.
let shown;
let going = false;

export default async function underWay(element) {
  shown = element;
  if (going) return say(GOING);
  going = true;
  await whenAgreed(() => {
    say("点这里允许定位，对方看得到你还有多远");
    document.addEventListener("click", ({ target }) => shown.contains(target) && agree());
  });
  send(element.dataset.url);
}

const GOING = "位置在发送，页面开着就一直发，到场就停";

function say(words) {
  shown.querySelector("[data-words]").textContent = words;
}

function send(url) {
  let kept = {};
  const stop = () => {
    leave();
    going = false;
  };
  const moving = new Moving(url, { get: () => kept, set: (some) => (kept = { ...kept, ...some }) }, stop);
  const leave = watchPosition((fix, error) => {
    if (!shown.isConnected) return stop();
    if (fix) moving.add(fix);
    if (fix || error) say(fix ? GOING : "没有定位，对方看不到你还有多远");
  });
}
