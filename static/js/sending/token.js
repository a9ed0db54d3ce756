// The token that proves a write comes from our page. It belongs to a session: another sign-in elsewhere in this browser
// makes the page's own token stale.

import { tokenOf } from "./session.js";

const held = () => document.querySelector('meta[name="csrf"]');

/** The page's own; empty on a page of nobody's. */
export const token = () => held()?.content ?? "";

/** The page goes on with this token. */
export function carry(renewed) {
  held().content = renewed;
  document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": renewed }));
}

/** Asks for the token of the session as it is now; false if it is another person's, or nobody's. */
export async function renewToken() {
  const renewed = await tokenOf(document.body.dataset.person).catch(() => null);
  if (!renewed) return false;
  carry(renewed);
  return true;
}
