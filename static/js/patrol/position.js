// One watch of the position for the whole page. Browsers starve getCurrentPosition while a watch runs,
// so everybody asks here.

const GOOD_M = 10;
const PATIENCE_MS = 20_000;
const FRESH_MS = 60_000;

let watch = null;
let last = null;
const listeners = new Set();

/** Start watching (after a tap of the person); `listener(fix, error)` hears every fix. Answers a way to stop. */
export function watchPosition(listener) {
  listeners.add(listener);
  if (last) listener(last, null);
  if (watch === null && navigator.geolocation) {
    watch = navigator.geolocation.watchPosition(heard, failed, {
      enableHighAccuracy: true,
      maximumAge: 5_000,
      timeout: 30_000,
    });
  }
  if (!navigator.geolocation) listener(null, { code: 2 });
  return () => stop(listener);
}

/** The best fix of up to 20 s: at once when one of 10 m or better is there. Null when none could be had. */
export function bestFix(patience = PATIENCE_MS) {
  return new Promise((resolve) => {
    let best = last && Date.now() - last.time < FRESH_MS ? last : null;
    if (best && best.accuracy_m <= GOOD_M) return resolve(best);
    const done = () => {
      clearTimeout(timer);
      release();
      resolve(best);
    };
    const timer = setTimeout(done, patience);
    const release = watchPosition((fix, error) => {
      if (error && error.code === 1) return setTimeout(done);
      if (!fix) return;
      if (!best || fix.accuracy_m < best.accuracy_m) best = fix;
      if (best.accuracy_m <= GOOD_M) setTimeout(done);
    });
  });
}

export function lastFix() {
  return last;
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
  for (const listener of listeners) listener(last, null);
}

function failed(error) {
  for (const listener of listeners) listener(null, error);
}
