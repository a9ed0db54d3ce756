// Which fixes become points of the track, and keeping them until the server holds them. No DOM.

import { elapsed } from "../elapsed.js";
import { storeOf } from "./storing.js";

const STEP_M = 25;
const MOVING_MS = 30_000;
const STILL_MS = 300_000;
const JITTER_M = 5;
const EARTH_M = 6_371_008.8;

/** Metres between two fixes on a sphere; only decides which points to keep, the server measures by geodesic. */
export function metres(a, b) {
  const rad = Math.PI / 180;
  const dLat = (b.lat - a.lat) * rad;
  const dLon = (b.lon - a.lon) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A point each 25 m, or each 30 s while moving, or each 5 min standing still. */
export function isWorthKeeping(before, fix) {
  if (!before) return true;
  const moved = metres(before, fix);
  const waited = elapsed(before.time, fix.time);
  if (waited <= 0) return false;
  if (moved >= STEP_M || waited >= STILL_MS) return true;
  return waited >= MOVING_MS && moved > Math.max(JITTER_M, fix.accuracy_m);
}

/** The points of one patrol by this person on this device that the server does not hold yet; survives a reload and the phone's
 * sudden end. On a shared phone each person's points stay their own. */
export async function openKept(patrol) {
  const store = await storeOf(patrol);
  return new Kept(store, await store.load());
}

export class Kept {
  /** `store` keeps what this holds; `next` is the number of the next point, `last` the last fix that became one. */
  constructor(store, { next, points, last }) {
    Object.assign(this, { store, next, points, last });
  }

  /** True if `fix` became a point. `always`: the last one of a patrol does, however close to the one before. */
  add(fix, { always = false } = {}) {
    const newer = !this.last || elapsed(this.last.time, fix.time) > 0;
    if (!(always ? newer : isWorthKeeping(this.last, fix))) return false;
    const { lat, lon, accuracy_m } = fix;
    this.points.push({ seq: this.next, at: new Date(fix.time).toISOString(), lat, lon, accuracy_m });
    this.next += 1;
    this.last = fix;
    this.store.grown(this);
    return true;
  }

  /** The server holds everything up to `seq`. */
  held(seq) {
    this.points = this.points.filter((point) => point.seq > seq);
    this.next = Math.max(this.next, seq + 1);
    this.store.shrunk(this);
  }

  forget() {
    return this.store.forget();
  }
}
