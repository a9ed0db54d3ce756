// Where this phone is, told before somebody has to call: looked for at once if the phone need not ask.

import { agree, mayAsk } from "../patrol/permission.js";
import { knownFix, watchPosition } from "../patrol/position.js";

const DENIED = 1;

export default async function placeNow(element) {
  const words = element.querySelector("[data-words]");
  const show = (fix) => {
    const ago = Math.max(0, Math.round((Date.now() - fix.time) / 1000));
    words.textContent = `卫星定位 ±${Math.ceil(fix.accuracy_m)}米 · ${ago < 60 ? `${ago}秒前` : `${Math.round(ago / 60)}分钟前`}`;
  };
  const follow = () => {
    const leave = watchPosition((fix, error) => {
      if (!element.isConnected) leave();
      else if (fix) show(fix);
      else if (error?.code === DENIED) words.textContent = "没有定位权限：支援照样能发，打电话时说清在哪里";
    });
  };
  if (knownFix()) show(knownFix());
  if (await mayAsk()) return follow();
  words.textContent = "点这里先定好位；不点也能发，按下时再定";
  element.addEventListener("click", () => {
    agree();
    follow();
  }, { once: true });
}
