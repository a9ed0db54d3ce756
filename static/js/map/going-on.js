// The track of this phone as it goes on: from where the server has it, over what is still to be sent, to what comes.

import { openKept } from "../patrol/keeping.js";
import { LiveTrack } from "./live.js";

/** `grows` is the patrol, `gapS` the longest silence that is no gap, `ends` the last fix the server has of this phone, if any. */
export async function goingOn({ grows, gapS }, ends) {
  const { points } = await openKept(grows);
  const unsent = points.map(({ at, lat, lon }) => ({ lat, lon, time: Date.parse(at) }));
  return new LiveTrack(Number(gapS) * 1000, [...ends, ...unsent]);
}
