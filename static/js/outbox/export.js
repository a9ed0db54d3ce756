// What the phone keeps, as a file in the person's own hands: a photo as it was taken, anything else as JSON.

import { isPhoto } from "./envelope.js";
import { bare } from "./queue.js";

const ENDINGS = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/heic": "heic" };

export async function exportOne(outbox, envelope) {
  const name = `联动-${envelope.made_at.slice(0, 19).replaceAll(":", "")}-${envelope.id.slice(0, 8)}`;
  const bytes = isPhoto(envelope) && (await outbox.queue.picture(envelope.id));
  if (!bytes) return save(jsonOf([envelope]), `${name}.json`);
  const type = envelope.picture.media_type;
  save(new Blob([bytes], { type }), `${name}.${ENDINGS[type]}`);
}

/** Everything that waits, photos as what is known of them. */
export async function exportAll(outbox) {
  save(jsonOf(await outbox.queue.list()), `联动-未发送-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}.json`);
}

function jsonOf(envelopes) {
  const told = envelopes.map((each) => ({ ...bare(each), problem: each.problem }));
  return new Blob([JSON.stringify(told, null, 2)], { type: "application/json" });
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
