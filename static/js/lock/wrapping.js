// A key under a password: what lies on the phone while it is locked. Whoever takes it away has to try passwords one by one, each at
// the cost of the rounds (PBKDF2, OWASP's count for SHA-256). No DOM.

import { openBytes, sealBytes } from "../outbox/sealing.js";

const ROUNDS = 600_000;
const SALT_BYTES = 16;

/** `raw` (32 bytes) → { salt, rounds, sealed }, for this person alone. */
export async function wrap(raw, person, password) {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const key = await keyFrom(password, salt, ROUNDS);
  return { salt, rounds: ROUNDS, sealed: await sealBytes(key, `lock:${person}`, raw) };
}

/** The bytes that were wrapped; null with another password. */
export async function unwrap({ salt, rounds, sealed }, person, password) {
  const key = await keyFrom(password, salt, rounds);
  return openBytes(key, `lock:${person}`, sealed).catch(() => null);
}

async function keyFrom(password, salt, iterations) {
  const given = await crypto.subtle.importKey("raw", new TextEncoder().encode(password), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(how, given, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
