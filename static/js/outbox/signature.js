// Whether the server's Ed25519 key signed a text. The browser's own arithmetic where it has it, else @noble/ed25519. No DOM.

/** `key` and `signature` in hexadecimal, `text` as it was signed. */
export async function isSigned(text, signature, key) {
  const given = [bytesOf(signature), new TextEncoder().encode(text), bytesOf(key)];
  const own = await natively(...given);
  return own ?? withNoble(...given);
}

/** Null where this browser does not know Ed25519. */
export async function natively(signature, message, key) {
  try {
    const known = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", known, signature, message);
  } catch {
    return null;
  }
}

/** Whether this browser can judge a receipt without help. */
export const knowsEd25519 = () =>
  crypto.subtle.importKey("raw", new Uint8Array(32), "Ed25519", false, ["verify"]).then(
    () => true,
    () => false,
  );

export async function withNoble(signature, message, key) {
  const { verifyAsync } = await import("../../vendor/@noble/ed25519@3.2.0/index.js");
  return verifyAsync(signature, message, key).catch(() => false);
}

export function bytesOf(hexadecimal) {
  return Uint8Array.from(hexadecimal.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
