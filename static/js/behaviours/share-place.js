// The bar that is in sight on every page while this phone gives its place to command; what it takes is loaded once somebody does.

import { isShared } from "../place/sharing.js";

export default function sharePlace(bar) {
  document.addEventListener("ld:sharing", begin);
  begin();

  async function begin() {
    if (!isShared()) return;
    document.removeEventListener("ld:sharing", begin);
    const { keepSharing } = await import("../place/bar.js");
    keepSharing(bar);
  }
}
