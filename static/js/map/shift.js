// WGS-84 is what is stored. A GCJ-02 tile source shows places some 500 m away, so what is drawn over it is shifted
// for display, and what is picked on it is shifted back.

let transform = null;

/** Call once before drawing over GCJ-02 tiles; without it both functions leave positions as they are. */
export async function useGcj02(vendor) {
  transform = (await import(`${vendor}/gcoord.esm-browser.prod.js`)).default;
}

export function shown([lon, lat]) {
  return transform ? transform.transform([lon, lat], transform.WGS84, transform.GCJ02) : [lon, lat];
}

export function stored([lon, lat]) {
  return transform ? transform.transform([lon, lat], transform.GCJ02, transform.WGS84) : [lon, lat];
}

/** A copy of GeoJSON features with every position shifted for display. */
export function shownFeatures(features) {
  if (!transform) return features;
  return features.map((feature) => ({
    ...feature,
    geometry: feature.geometry && { ...feature.geometry, coordinates: each(feature.geometry.coordinates) },
  }));
}

function each(coordinates) {
  return typeof coordinates[0] === "number" ? shown(coordinates) : coordinates.map(each);
}
