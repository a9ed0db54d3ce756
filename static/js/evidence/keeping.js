// Photos in the phone's outbox, where this browser window has one: fetched only once it is asked for.

import { isFull } from "../outbox/room.js";

/** `work(HeldPhoto, outbox)`; null where nothing can be kept. `full()` is told where there is no room for this one. */
export async function inOutbox(work, full = () => undefined) {
  const modules = await Promise.all([import("../outbox/held-photo.js"), import("../outbox/outbox.js")]).catch(() => null);
  if (!modules) return null;
  const [{ HeldPhoto }, { nothing, openOutbox }] = modules;
  return openOutbox()
    .then((outbox) => work(HeldPhoto, outbox))
    .catch((error) => {
      if (isFull(error)) full();
      return nothing(error);
    });
}
