// What is kept on the phone is unreadable without the person's key (AES-GCM, 256 bits, never extractable). Each row is sealed
// under its own name, so that one cannot be passed off as another. No DOM.

const IV_BYTES = 12;

/** The key as the server gives it (base64url, 32 bytes). */
export const importKey = (text) => importBytes(bytesOfKey(text));

export const importBytes = (bytes) => crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);

export function bytesOfKey(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}

/** ArrayBuffer → { iv, bytes }, readable under this name alone. */
export async function sealBytes(key, name, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  return { iv, bytes: await crypto.subtle.encrypt(how(iv, name), key, bytes) };
}

/** Throws OperationError with another key, under another name, or where a bit was changed. */
export function openBytes(key, name, { iv, bytes }) {
  return crypto.subtle.decrypt(how(iv, name), key, bytes);
}

export function seal(key, name, value) {
  return sealBytes(key, name, new TextEncoder().encode(JSON.stringify(value)));
}

export async function unseal(key, name, sealed) {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, name, sealed)));
}

function how(iv, name) {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(name) };
}
