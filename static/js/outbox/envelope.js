// One thing an officer made, as it is kept and sent. Pure.

export const ENVELOPE_VERSION = 1;
const PHOTO = "photo";

/**
 * `id` is what the server's receipt will carry: the record's id of a PUT, else the Idempotency-Key. `subject` is the record it
 * is about ({kind, id}), `about` the record that must be there first, `form` where it can be mended, and in
 * which words it was made ({page, draft, values, lexicon}).
 */
export function envelopeOf({ id, kind, person, device, method, url, body, subject, about, words, form, picture, now = new Date() }) {
  return {
    id,
    version: ENVELOPE_VERSION,
    kind,
    person,
    device,
    made_at: now.toISOString(),
    method,
    url,
    body,
    subject,
    words,
    ...(method !== "PUT" && { key: id }),
    ...(about && { about }),
    ...(form && { form }),
    ...(picture && { picture }),
  };
}

export const isPhoto = ({ kind }) => kind === PHOTO;

export const samePlace = (a, b) => Boolean(a && b) && a.kind === b.kind && a.id === b.id;

/** Whether it makes the record it is about, so that what hangs on the record can be sent after it. */
export const opens = ({ method, kind, subject, id }) => (method === "PUT" && subject.id === id) || kind.endsWith(".start");
