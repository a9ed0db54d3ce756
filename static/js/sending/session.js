// The session of this browser. No DOM.

import { inTime } from "./patience.js";

const PATIENCE_MS = 8_000;

/** The token of this person's session; null while somebody else, or nobody, is signed in. Rejects where nobody answers. */
export async function tokenOf(person) {
  const answer = await fetch("/api/v1/session", { headers: { Accept: "application/json" } });
  if (!answer.ok) return null;
  const { id, csrf } = await answer.json();
  return id === person ? csrf : null;
}

/**
 * Signs in at `url`: { ok, told }, `told` the session ({ id, csrf, must_change_password }) or the problem. Null where nobody answered who
 * knows: no network, a server in trouble, somebody else's page of a hotspot.
 */
export async function openSession(url, username, password) {
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  const body = JSON.stringify({ username, password });
  const signIn = async (signal) => {
    const answer = await fetch(url, { method: "POST", headers, body, signal });
    return answer.status < 500 ? { ok: answer.ok, told: await answer.json() } : null;
  };
  return inTime(PATIENCE_MS, signIn).catch(() => null);
}
