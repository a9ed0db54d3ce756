// The bytes of one file, piece by piece, each as large as the line bears. No DOM.

import { Refused } from "../sending/answers.js";
import { firstPiece, nextPiece } from "./pace.js";

export class Pieces {
  constructor(blob, url, send) {
    Object.assign(this, { blob, url, send, offset: 0, size: firstPiece, isThrough: false });
  }

  get percent() {
    return Math.floor((100 * this.offset) / this.blob.size);
  }

  /** Sends one; answers the record with its receipt once the server has the whole, else null. `isThrough`: the last was taken. */
  async next() {
    this.isThrough = false;
    const piece = this.blob.slice(this.offset, this.offset + this.size);
    const began = performance.now();
    const record = await this.put(piece);
    if (record === undefined) return null;
    this.offset += piece.size;
    this.isThrough = this.offset >= this.blob.size;
    this.size = nextPiece(this.size, performance.now() - began);
    return record;
  }

  /** How far an earlier try came: a piece of nothing is answered with the offset that is wanted, or with the receipt. */
  async ask() {
    return (await this.put(this.blob.slice(0, 0))) ?? null;
  }

  /** Undefined where the server wants another piece than this one: `offset` says which. */
  async put(piece) {
    try {
      return await this.send("PATCH", this.url, piece, { headers: { "Upload-Offset": String(this.offset) } });
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.code !== "upload_offset") throw error;
      this.offset = error.problem.offset;
      return undefined;
    }
  }
}
