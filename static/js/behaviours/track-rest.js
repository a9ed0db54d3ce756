// What this phone still keeps of the track of a patrol that has ended goes out, and is then forgotten here.

import { Delivery } from "../patrol/delivery.js";
import { openKept } from "../patrol/keeping.js";

const AGAIN_MS = 30_000;

export default async function trackRest(element) {
  const { patrol, url } = element.dataset;
  const kept = await openKept(patrol);
  const delivery = new Delivery(kept, url, (words) => (element.textContent = words));

  async function go() {
    await delivery.flush();
    if (kept.points.length === 0) kept.forget();
    else if (!delivery.refused) setTimeout(go, AGAIN_MS);
  }

  addEventListener("online", () => delivery.flush());
  await go();
}
