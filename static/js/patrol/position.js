// One watch of the position for the whole page. Browsers starve getCurrentPosition while a watch runs,
// so everybody asks here.

import { remember } from "../remember.js";

const GOOD_M = 10;
const PATIENCE_MS = 20_000;
const FRESH_MS = 60_000;
const DENIED = 1;
const UNAVAILABLE = 2;
const KNOWN = "ld-fix";

let watch = null;
let last = null;
const listeners = new Set();

/** Start watching; `listener(fix, error)` hears every fix, at once the last one if it is fresh. Answers a way to stop. */
export function watchPosition(listener) {
  listeners.add(listener);
  const known = freshFix();
  // Whoever listens may leave at the first word, and only then has what to leave with.
  const say = (fix, error) => queueMicrotask(() => listeners.has(listener) && listener(fix, error));
  if (known) say(known, null);
  if (!navigator.geolocation) say(null, { code: UNAVAILABLE });
  else watch ??= navigator.geolocation.watchPosition(heard, failed, {
    enableHighAccuracy: true,
    maximumAge: 5_000,
    timeout: 30_000,
  });
  return () => stop(listener);
}

/** The best fix of up to 20 s: at once when one of 10 m or better is there. Null when none could be had. */
export function bestFix(patience = PATIENCE_MS) {
  return new Promise((resolve) => {
    let best = null;
    const done = () => {
      clearTimeout(timer);
      release();
      resolve(best);
    };
    const timer = setTimeout(done, patience);
    const release = watchPosition((fix, error) => {
      if (fix && (!best || fix.accuracy_m < best.accuracy_m)) best = fix;
      if (best?.accuracy_m <= GOOD_M || error?.code === DENIED) done();
    });
  });
}

export function lastFix() {
  return last;
}

/** The last place this phone knew of, also from before this page; null where there was none. */
export function knownFix() {
  return last ?? JSON.parse(localStorage.getItem(KNOWN) ?? "null");
}

function freshFix() {
  return last && Date.now() - last.time < FRESH_MS ? last : null;
}

function stop(listener) {
  listeners.delete(listener);
  if (listeners.size === 0 && watch !== null) {
    navigator.geolocation.clearWatch(watch);
    watch = null;
  }
}

function heard(position) {
  const { latitude, longitude, accuracy } = position.coords;
  last = {
    lat: Math.round(latitude * 1e7) / 1e7,
    lon: Math.round(longitude * 1e7) / 1e7,
    accuracy_m: Math.round(accuracy * 10) / 10,
    time: position.timestamp,
  };
  remember(KNOWN, JSON.stringify(last));
  for (const listener of listeners) listener(last, null);
}

function failed(error) {
  for (const listener of listeners) listener(null, error);
}
