// What a press means for the call this phone keeps. Pure.

const NOTHING_THERE = { raise: "new", ask: "ask", open: "forget" };

// A shift later nobody waits for it: a call of then would ring for the people of now.
const STALE_MS = 12 * 3_600_000;

/** Whether it lies here undelivered for so long that it is sent no more by itself. */
export const isStale = (call, now) => Boolean(call) && !call.held && !call.off && !call.refused && now - call.pressed >= STALE_MS;

/** Whether the server has this call, as far as this phone knows: then it may also have ended there. */
export const isThere = (call) => Boolean(call?.held && !call.off);

/**
 * `verb`: "raise" (held for long enough, or confirmed), "ask" (by what cannot hold: a key, a switch), "open" (a tap on the bar, which
 * never calls anybody). `over`: whether a call that is there has ended, as isOver says it.
 * Answers "new" (another call), "show" (this one, with the numbers), "ask" (whether to call), "go" (to its page), "forget" (it is over).
 */
export function meaning(verb, call, over, now = Date.now()) {
  if (!call || (isThere(call) && over)) return NOTHING_THERE[verb];
  // What was taken back, or will never be taken, helps nobody who presses again.
  if (call.off || call.refused || isStale(call, now)) return verb === "open" ? "show" : NOTHING_THERE[verb];
  return isThere(call) && over === false ? "go" : "show";
}
