// The server's signed word that it holds an envelope. An envelope leaves the phone on nothing less. No DOM.

import { isPhoto } from "./envelope.js";
import { bytesOf } from "./signature.js";

const CONTENT = "content";

/** What the signature covers: the receipt without it, keys in order, no spaces. */
export function signedText({ digest, id, journal, received_at }) {
  return JSON.stringify({ digest, id, journal, received_at });
}

/**
 * Whether `receipt` is for this envelope and was signed by one of `keys`. That of a photo is for its bytes: under the name the
 * server makes of its id, with the digest taken at the shutter.
 */
export async function isGenuine(receipt, envelope, keys, isSigned) {
  if (!receipt?.signature) return false;
  const name = isPhoto(envelope) ? await contentId(envelope.id) : envelope.id;
  if (receipt.id !== name) return false;
  if (isPhoto(envelope) && receipt.digest !== envelope.picture.digest) return false;
  for (const key of keys) if (await isSigned(signedText(receipt), receipt.signature, key)) return true;
  return false;
}

/** The UUID of version 5 (RFC 9562) that the receipt for a photo's bytes carries. */
export async function contentId(photo) {
  const space = bytesOf(photo.replaceAll("-", ""));
  const named = new Uint8Array([...space, ...new TextEncoder().encode(CONTENT)]);
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-1", named)).slice(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
