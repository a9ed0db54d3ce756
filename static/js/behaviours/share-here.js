// A button that begins to give this phone's place to command (js/place/sharing.js), and ends it.

import { isShared, share } from "../place/sharing.js";

export default function shareHere(button) {
  const show = () => (button.textContent = isShared() ? "停止共享" : "共享位置");
  const changed = () => (button.isConnected ? show() : document.removeEventListener("ld:sharing", changed));
  document.addEventListener("ld:sharing", changed);
  button.addEventListener("click", async () => {
    if (!isShared()) await import("../patrol/permission.js").then(({ agree }) => agree());
    share(!isShared());
  });
  show();
}
