// The track as this page sees it grow. No DOM, no map.

/** Stretches of fixes; where more than `gapMs` passed a new one begins, and what lies between is a gap. */
export class LiveTrack {
  constructor(gapMs, fixes = []) {
    this.gapMs = gapMs;
    this.stretches = [];
    for (const fix of fixes) this.add(fix);
  }

  /** Fixes come in the order of time; one that is known already changes nothing. */
  add(fix) {
    const stretch = this.stretches.at(-1);
    const waited = stretch ? fix.time - stretch.at(-1).time : Infinity;
    if (waited <= 0) return;
    if (waited <= this.gapMs) stretch.push(fix);
    else this.stretches.push([fix]);
  }

  /** From where a stretch ended to where the next began. */
  get gaps() {
    return this.stretches.slice(1).map((stretch, before) => [this.stretches[before].at(-1), stretch[0]]);
  }
}

/** The last fix of `device` among the server's features, to go on from; nothing where it has none. */
export function endOf(features, device) {
  const own = features.filter(({ properties }) => properties.kind === "track" && properties.device === device);
  const last = own.at(-1);
  if (!last) return [];
  const { type, coordinates } = last.geometry;
  const [lon, lat] = type === "Point" ? coordinates : coordinates.at(-1);
  return [{ lat, lon, time: Date.parse(last.properties.times.at(-1)) }];
}
