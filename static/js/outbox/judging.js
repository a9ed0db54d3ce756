// What an answer means for an envelope. Pure.

import { Refused } from "../sending/answers.js";

const BUSY = new Set([429, 502, 503, 504]);
const LATER = new Set([408, 425]);

/**
 * { rests: "line", why, after } where nothing can be sent at present (`why`: network, signin, token, busy; `after` seconds the
 * server asked for) · { rests: "envelope", why } where another one may fare better · { refused: problem, status }.
 */
export function judge(error) {
  if (!(error instanceof Refused)) return { rests: "line", why: "network" };
  const { status, problem, after } = error;
  if (status === 401 || problem.code === "password_must_change") return { rests: "line", why: "signin" };
  if (status === 403 && problem.code === "csrf") return { rests: "line", why: "token" };
  if (BUSY.has(status)) return { rests: "line", why: "busy", after };
  // Not the product's own words: a hotspot's page, a proxy's.
  if (!problem.code) return { rests: "envelope", why: "server" };
  if (status >= 500 || LATER.has(status)) return { rests: "envelope", why: "server" };
  return { refused: problem, status };
}
