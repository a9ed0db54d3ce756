// How large the next piece is. Pure.

const FIRST = 128 * 1024;
const LEAST = 32 * 1024;
const MOST = 4 * 1024 * 1024;
const QUICK_MS = 1_000;
const SLOW_MS = 8_000;

export const firstPiece = FIRST;

/** Larger pieces on a quick line, smaller ones on a slow one: a broken line costs one piece. */
export function nextPiece(size, tookMs) {
  if (tookMs < QUICK_MS) return Math.min(MOST, size * 2);
  if (tookMs > SLOW_MS) return Math.max(LEAST, size / 2);
  return size;
}
