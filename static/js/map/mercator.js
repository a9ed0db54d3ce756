// Web Mercator in pixels, as Leaflet and the server's pictures (backend/foundation/maps/mercator.py) reckon it. No DOM.

const TILE = 256;
const NORTHMOST = 85.0511287798;
const AROUND_EARTH_M = 40_075_016.686;

export function world({ lat, lon }, zoom) {
  const sine = Math.sin((Math.max(-NORTHMOST, Math.min(NORTHMOST, lat)) * Math.PI) / 180);
  const side = TILE * 2 ** zoom;
  return [(side * (lon + 180)) / 360, side * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI))];
}

export function position([x, y], zoom) {
  const side = TILE * 2 ** zoom;
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / side))) * 180) / Math.PI;
  return { lat, lon: (x / side) * 360 - 180 };
}

/** How many pixels a metre is at that latitude. */
export function pixelsPerMetre(lat, zoom) {
  return (TILE * 2 ** zoom) / (AROUND_EARTH_M * Math.cos((lat * Math.PI) / 180));
}
