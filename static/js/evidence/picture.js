// A picture with what was true at the shutter. Nothing is re-encoded: what the camera or the gallery gave is what is sent.

import { bestFix, lastFix } from "../patrol/position.js";
import { sha256 } from "./digest.js";
import { photoType } from "./kinds.js";

const MOST_BYTES = 30 * 1024 * 1024;
const FRESH_MS = 15_000;
const PATIENCE_MS = 8_000;

/** The bytes cannot be a photo of ours; the message says why. */
export class NoPhoto extends Error {}

/** From the camera, now: time and position of this moment. */
export async function fromCamera(blob, takenAt = new Date()) {
  const fresh = lastFix();
  const fix = fresh && takenAt - fresh.time < FRESH_MS ? fresh : await bestFix(PATIENCE_MS);
  return described(blob, "camera", takenAt, fix);
}

/** From the gallery: where this phone is now says nothing about where the picture was taken. */
export async function fromGallery(file) {
  return described(file, "gallery", new Date(file.lastModified), null);
}

/** What PUT /photos/{id} takes; `subject` is {kind, id}. */
export function registration(picture, subject) {
  const { takenAt, source, sha256: digest, blob, type, fix } = picture;
  return {
    subject,
    taken_at: takenAt.toISOString(),
    source,
    sha256: digest,
    bytes: blob.size,
    media_type: type,
    position: fix
      ? { lat: fix.lat, lon: fix.lon, accuracy_m: fix.accuracy_m, source: "gps" }
      : { source: "none" },
  };
}

async function described(blob, source, takenAt, fix) {
  if (blob.size > MOST_BYTES) throw new NoPhoto(`照片最大30 MB，这张${(blob.size / 1024 / 1024).toFixed(1)} MB`);
  const type = await photoType(blob);
  if (!type) throw new NoPhoto("这不是照片，只收JPEG、PNG、WebP、HEIC");
  return { blob, source, takenAt, fix, type, sha256: await sha256(blob) };
}
