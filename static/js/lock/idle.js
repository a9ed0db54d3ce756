// Whether nobody has touched the phone for too long, and how long a wrong password makes wait. Pure.

const MINUTE_MS = 60_000;
const FREE_TRIES = 3;
const LONGEST_S = 300;

/**
 * `active` is when somebody last touched it (ms), `locked` whether it was locked since. Locked too where nobody knows when
 * that was, or where it lies ahead: the phone's clock was put back.
 */
export function isDue({ active, locked = false }, now, minutes) {
  if (locked || active === undefined || active - now > MINUTE_MS) return true;
  return now - active >= minutes * MINUTE_MS;
}

/** Milliseconds until it is due, if nobody touches it. */
export const untilDue = ({ active }, now, minutes) => Math.max(0, active + minutes * MINUTE_MS - now);

/** Seconds before the next try: none after the first two wrong ones, then 2, 4, 8 … 300. */
export const waitAfter = (tries) => (tries < FREE_TRIES ? 0 : Math.min(LONGEST_S, 2 ** (tries - FREE_TRIES + 1)));

/** Seconds that are left of a wait until `openAt`, never longer than the longest, whatever the clock was put to. */
export const stillToWait = (openAt, now) => Math.min(LONGEST_S, Math.max(0, Math.ceil((openAt - now) / 1000)));
