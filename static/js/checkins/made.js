// A risky visit as it can be told from what was made of it on this phone. Pure.

import { samePlace } from "../outbox/envelope.js";

const MINUTE_MS = 60_000;

/**
 * `envelopes` oldest first. { state, place, reason, wellAt, dueAt }: state none, open or ended; moments in ms, `wellAt` when it
 * was last said that all is well, the beginning included.
 */
export function visitOf(id, envelopes) {
  const own = envelopes.filter(({ subject }) => samePlace(subject, { kind: "checkin", id }));
  const begun = own.find(({ method }) => method === "PUT");
  if (!begun) return { state: "none" };
  const { place, reason, interval_minutes: interval } = begun.body;
  const said = own.filter(({ kind }) => kind === "checkin.well").map(({ body }) => Date.parse(body.at));
  const wellAt = Math.max(Date.parse(begun.made_at), ...said);
  const ended = own.some(({ kind }) => kind === "checkin.ending");
  return { state: ended ? "ended" : "open", place, reason, wellAt, dueAt: wellAt + interval * MINUTE_MS };
}
