// Photos in the phone's outbox, where this browser window has one: fetched only once it is asked for.

/** `work(HeldPhoto, outbox)`; null where nothing can be kept, or there is no room for this one. */
export async function inOutbox(work) {
  const modules = await Promise.all([import("../outbox/held-photo.js"), import("../outbox/outbox.js")]).catch(() => null);
  if (!modules) return null;
  const [{ HeldPhoto }, { nothing, openOutbox }] = modules;
  return openOutbox()
    .then((outbox) => work(HeldPhoto, outbox))
    .catch(nothing);
}
