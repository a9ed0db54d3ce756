// SHA-256 of a file, as 64 hexadecimal digits. The browser's own where the page is secure; over plain HTTP ours.

export async function sha256(blob) {
  const bytes = await blob.arrayBuffer();
  const digest = crypto.subtle ? await crypto.subtle.digest("SHA-256", bytes) : await slowly(bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function slowly(bytes) {
  const { digest } = await import("./sha256.js");
  return digest(new Uint8Array(bytes));
}
