// A button that begins to give this phone's place to command (js/place/sharing.js), and ends it.

import { agree } from "../patrol/permission.js";
import { isShared, share } from "../place/sharing.js";

export default function shareHere(button) {
  const show = () => (button.textContent = isShared() ? "停止共享" : "共享位置");
  const changed = () => (button.isConnected ? show() : document.removeEventListener("ld:sharing", changed));
  document.addEventListener("ld:sharing", changed);
  button.addEventListener("click", () => {
    if (!isShared()) agree();
    share(!isShared());
  });
  show();
}
