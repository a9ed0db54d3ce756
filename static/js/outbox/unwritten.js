// Photos taken for a record that was never written: the battery went, or the tab was closed, in the middle of its form.

import { isPhoto, samePlace } from "./envelope.js";

const FRESH_MS = 12 * 3_600_000;

/**
 * The id the newest of them were taken for, if no open form is still at it; null where there is none, or where the form has photos
 * of its own. `subject` ({kind, id}) is what the form makes, and its own from now on; `about` what that hangs on.
 */
export async function unwrittenId(outbox, { kind, id: own }, about, now = Date.now()) {
  await claim(own);
  const fresh = new Date(now - FRESH_MS).toISOString();
  const made = [...(await outbox.queue.list()), ...(await outbox.queue.receipts(fresh))];
  const written = new Set(made.filter((each) => !isPhoto(each)).map(({ subject }) => subject.id));
  const isLoose = ({ subject, made_at, state }) => subject.kind === kind && !written.has(subject.id) && made_at > fresh && state !== "refused";
  const loose = made.filter((each) => isPhoto(each) && samePlace(each.about, about) && isLoose(each));
  if (loose.some(({ subject }) => subject.id === own)) return null;
  const newest = loose.sort((a, b) => (a.made_at < b.made_at ? 1 : -1))[0];
  return newest && (await claim(newest.subject.id)) ? newest.subject.id : null;
}

/** Whether this page has `id` for itself from now on; given back when the page ends, however that comes about. */
function claim(id) {
  return new Promise((settle) => {
    navigator.locks.request(`ld-form-${id}`, { ifAvailable: true }, (lock) => {
      settle(Boolean(lock));
      return lock && new Promise(() => undefined);
    });
  });
}
