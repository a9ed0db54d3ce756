// How long to wait after a failure. Pure.

const LONGEST_S = 300;

/** 2, 4, 8 … 300 seconds, each up to a quarter longer so that a whole team does not knock at once; never sooner than the
 * server asked for (`after`, seconds). */
export function waitMs(failures, { after = 0, random = Math.random() } = {}) {
  return 1000 * Math.max(Math.min(LONGEST_S, 2 ** failures) * (1 + random / 4), after);
}
