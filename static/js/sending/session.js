// The session of this browser. No DOM.

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
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(url, { method: "POST", headers, body, signal: end.signal });
    return answer.status < 500 ? { ok: answer.ok, told: await answer.json() } : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
