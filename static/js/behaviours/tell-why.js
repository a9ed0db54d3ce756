// A blocked act stays focusable and says why it is blocked.

import { tell } from "../tell.js";

export default function tellWhy(button) {
  button.addEventListener("click", () => tell(button.dataset.why));
}
