// What may be sent next. Pure.
//
// Facts go before photos. What changes a record goes after everything made for that record before; what hangs on a record
// goes after what makes it. A refused envelope holds back those that need it and nothing else.

import { isPhoto, opens, samePlace } from "./envelope.js";

// No rest is longer: one that seems to be was begun before the phone's clock was put back.
const LONGEST_REST_MS = 3_600_000;

/** Ids of those in `earlier` (as they lie in the queue) that must be gone before `envelope` is sent. */
export function needs(envelope, earlier) {
  if (isPhoto(envelope)) return [];
  return earlier.filter((each) => each.id !== envelope.id && isNeeded(each, envelope)).map(({ id }) => id);
}

function isNeeded(each, envelope) {
  if (isPhoto(each)) return false;
  return samePlace(each.subject, envelope.subject) || (opens(each) && samePlace(each.subject, envelope.about));
}

/** Of `rows` ({id, kind, after, state, at, next_at}) the one to send at `now` (ms); undefined if none may go now. */
export function nextReady(rows, now) {
  return ready(rows).filter(({ next_at = 0 }) => next_at <= now || next_at - now > LONGEST_REST_MS).sort(before)[0];
}

export const oldestFirst = (one, other) => (one.made_at < other.made_at ? -1 : 1);

/** As they were made, what needs another after it: the clock they are dated by may have been put back in between. */
export function inOrder(envelopes) {
  const left = [...envelopes].sort(oldestFirst);
  const unplaced = new Set(left.map(({ id }) => id));
  const placed = [];
  while (left.length > 0) {
    const free = left.findIndex(({ after }) => !after.some((id) => unplaced.has(id)));
    const [next] = left.splice(Math.max(free, 0), 1);
    unplaced.delete(next.id);
    placed.push(next);
  }
  return placed;
}

/** When it is worth looking again (ms), given that none is ready at present; null if nothing ripens by itself. */
export function ripensAt(rows) {
  const moments = ready(rows).map(({ next_at = 0 }) => next_at);
  return moments.length > 0 ? Math.min(...moments) : null;
}

function ready(rows) {
  const here = new Set(rows.map(({ id }) => id));
  return rows.filter(({ state, after }) => state === "waiting" && !after.some((id) => here.has(id)));
}

function before(a, b) {
  if (isPhoto(a) !== isPhoto(b)) return isPhoto(a) ? 1 : -1;
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
