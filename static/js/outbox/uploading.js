// A photo to the server: registered, then its bytes in pieces, from where an earlier try came to. No DOM.

import { Pieces } from "../evidence/pieces.js";

/** Something else goes first: what is left of the photo comes later. */
export const GAVE_WAY = Symbol("gave way");

/**
 * The record with its receipt; null where all bytes were taken without one; GAVE_WAY where `givesWay()` said so between two pieces.
 * `begun`: an earlier try, perhaps of another page, may have sent a part of it. Throws what `send` throws.
 */
export async function bringPhoto({ envelope, blob, begun }, send, { heard, givesWay }) {
  await send(envelope.method, envelope.url, envelope.body);
  const pieces = new Pieces(blob, `${envelope.url}/content`, send);
  if (begun) {
    const record = await pieces.ask();
    if (record) return record;
  }
  for (;;) {
    heard(pieces.percent);
    if (await givesWay()) return GAVE_WAY;
    const record = await pieces.next();
    if (record || pieces.isThrough) return record;
  }
}
