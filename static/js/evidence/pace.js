// How large the next piece is and how long to wait after a failure. Pure.

const FIRST = 128 * 1024;
const LEAST = 32 * 1024;
const MOST = 4 * 1024 * 1024;
const QUICK_MS = 1_000;
const SLOW_MS = 8_000;
const LONGEST_WAIT_S = 300;

export const firstPiece = FIRST;

/** Larger pieces on a quick line, smaller ones on a slow one: a broken line costs one piece. */
export function nextPiece(size, tookMs) {
  if (tookMs < QUICK_MS) return Math.min(MOST, size * 2);
  if (tookMs > SLOW_MS) return Math.max(LEAST, size / 2);
  return size;
}

/** 2, 4, 8 … 300 seconds, each up to a quarter longer so that a whole team does not knock at once. */
export function waitMs(failures, random = Math.random()) {
  return Math.min(LONGEST_WAIT_S, 2 ** failures) * 1000 * (1 + random / 4);
}
