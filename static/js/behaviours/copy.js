// Copies data-text and says so. Where the clipboard is refused (no HTTPS), the text is shown to be copied by hand.

import { tell } from "../tell.js";

export default function copy(button) {
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.text);
      tell("已复制");
    } catch {
      tell(button.dataset.text);
    }
  });
}
