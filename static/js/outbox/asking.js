// What the outbox asks the server for itself. No DOM.

async function asked(url) {
  const answer = await fetch(url, { headers: { Accept: "application/json" }, cache: "no-store" });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

/** The key this person's rows are sealed with (base64url). */
export const fetchPhoneKey = () => asked("/api/v1/me/phone-key").then(({ key }) => key);

/** The public keys receipts are signed with (hexadecimal). */
export const fetchReceiptKeys = () => asked("/api/v1/keys").then(({ items }) => items.map((each) => each.public_key));
