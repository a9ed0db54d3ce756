// 打开声音 before anything rings: a tap lets the browser sound, and one call is heard to try it. While something rings, the
// tone line above says what is true of the sound: this row would say it again, or otherwise.

import { Tone } from "../assist/tone.js";

const RINGING = "[data-ringing], [data-ringing-here]";

export default function soundReady(button) {
  const tone = new Tone();
  const row = button.closest(".weui-cell") ?? button;
  const give = () => (row.hidden = document.querySelector(RINGING) !== null);
  document.addEventListener("ld:tone", give);
  give();
  button.addEventListener("click", async () => {
    const open = await tone.open();
    if (open) tone.once();
    button.textContent = open ? "再听一遍" : "这台设备没有声音";
  });
}
