// When a fix is worth sending to command. Pure.

import { elapsed } from "../elapsed.js";
import { metres } from "../patrol/keeping.js";

const STEP_M = 25;
const STEP_MS = 10_000;
const STILL_MS = 60_000;

/** The first fix, one some way on, or a sign of life each minute. */
export function isDue(before, fix) {
  if (!before) return true;
  const since = elapsed(before.time, fix.time);
  return since >= STILL_MS || (since >= STEP_MS && metres(before, fix) >= STEP_M);
}
