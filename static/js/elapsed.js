// How long ago something was, by a clock that may have been put back since. Pure.

const TURNED_MS = 60_000;

/** Milliseconds from `then` to `now`; endless where `then` lies well ahead: the clock was put back, and nobody knows. */
export const elapsed = (then, now) => (then - now > TURNED_MS ? Infinity : now - then);
