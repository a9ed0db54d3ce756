// The token that proves a write comes from our page. It belongs to a session: another sign-in elsewhere in this browser
// makes the page's own token stale.

/** The page goes on with this token. */
export function carry(token) {
  document.querySelector('meta[name="csrf"]').content = token;
  document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
}

/** Asks for the token of the session as it is now; false if it is another person's, or nobody's. */
export async function renewToken() {
  const answer = await fetch("/api/v1/session", { headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return false;
  const { id, csrf } = await answer.json();
  if (id !== document.body.dataset.person) return false;
  carry(csrf);
  return true;
}
