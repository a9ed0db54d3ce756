// What a picked file is, by its first bytes: phones name their files wrongly, and the server goes by the bytes too.

const HEIC_BRANDS = new Set(["heic", "heix", "heim", "heis"]);

/** The media type of a photo we take, or null. */
export async function photoType(blob) {
  const head = new Uint8Array(await blob.slice(0, 64).arrayBuffer());
  const text = String.fromCharCode(...head);
  if (text.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return "image/webp";
  if (text.slice(4, 8) === "ftyp" && brands(head, text).some((brand) => HEIC_BRANDS.has(brand))) return "image/heic";
  return null;
}

function brands(head, text) {
  const end = Math.min(new DataView(head.buffer).getUint32(0), head.length);
  const found = [text.slice(8, 12)];
  for (let place = 16; place + 4 <= end; place += 4) found.push(text.slice(place, place + 4));
  return found;
}
