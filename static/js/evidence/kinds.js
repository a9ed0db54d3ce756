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

const OFFICE = "application/vnd.openxmlformats-officedocument";
const PAPERS = { docx: `${OFFICE}.wordprocessingml.document`, xlsx: `${OFFICE}.spreadsheetml.sheet` };

/** The media type of a file that may be a material: a photo, PDF, DOCX, XLSX, MP4; else "application/octet-stream". */
export async function materialType(file) {
  const photo = await photoType(file);
  if (photo) return photo;
  const text = String.fromCharCode(...new Uint8Array(await file.slice(0, 16).arrayBuffer()));
  if (text.startsWith("%PDF-")) return "application/pdf";
  if (text.slice(4, 8) === "ftyp") return "video/mp4";
  const ending = file.name.toLowerCase().split(".").pop();
  return (text.startsWith("PK\x03\x04") && PAPERS[ending]) || "application/octet-stream";
}

function brands(head, text) {
  const end = Math.min(new DataView(head.buffer).getUint32(0), head.length);
  const found = [text.slice(8, 12)];
  for (let place = 16; place + 4 <= end; place += 4) found.push(text.slice(place, place + 4));
  return found;
}
