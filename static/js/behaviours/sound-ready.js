// 打开声音 before anything rings: a tap lets the browser sound, and one call is heard to try it.

import { Tone } from "../assist/tone.js";

export default function soundReady(button) {
  const tone = new Tone();
  button.addEventListener("click", async () => {
    const open = await tone.open();
    if (open) tone.once();
    button.textContent = open ? "再听一遍" : "这台设备没有声音";
  });
}
