// This device's own id: made once, kept with the browser's data.
import { remember } from "../remember.js";

const KEY = "ld-device";

let made;

export function deviceId() {
  const kept = localStorage.getItem(KEY) ?? made;
  if (kept) return kept;
  made = newId();
  remember(KEY, made);
  return made;
}

/** A UUID v4, also on pages served without TLS, where crypto.randomUUID is missing. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
