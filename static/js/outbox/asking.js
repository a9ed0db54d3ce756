// What the outbox asks the server for itself. No DOM.

import { inTime } from "../sending/patience.js";

// A form that was pressed waits for it; without it the form goes to the server directly.
const PATIENCE_MS = 8_000;

const asked = (url) => inTime(PATIENCE_MS, (signal) => answered(url, signal));

async function answered(url, signal) {
  const answer = await fetch(url, { headers: { Accept: "application/json" }, cache: "no-store", signal });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

/** The key this person's rows are sealed with (base64url). Rejects where somebody else has signed in on this phone meanwhile: what a
 * page of the earlier person keeps would be sealed with a key that is not theirs. */
export async function fetchPhoneKey(person) {
  const { key, officer } = await asked("/api/v1/me/phone-key");
  if (officer && officer !== person) throw new Error("somebody else is signed in");
  return key;
}

/** The public keys receipts are signed with (hexadecimal). */
export const fetchReceiptKeys = () => asked("/api/v1/keys").then(({ items }) => items.map((each) => each.public_key));
