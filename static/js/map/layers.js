// What a map is made of: the township's own sketch (or tiles), the track with its gaps, numbered findings.
// Colours come from classes, so that a map follows the theme.

const AREAS = { boundary: "edge", field: "field", built: "built", pond: "water", water: "water" };
const CALLS = new Set(["call", "responder"]);
const NUMBERED = new Set(["finding", "hazard"]);
export const SIGNS = { pane: "signs", above: 645 }; // over people (640), under their names (650)
const ABOVE = 10_000; // how far south another sign may stand (pixels) and still lie below
const LINES = { river: ["river", 10], road: ["road", 6], lane: ["lane", 3] };

/** The township drawn from its own GeoJSON, lowest first: boundary, fields, water, roads and key places with their names. */
export function sketchLayers(L, features) {
  const cased = features.filter((feature) => feature.properties.kind in LINES);
  const places = features.filter((feature) => feature.geometry.type === "Point");
  return [
    L.geoJSON(features.filter((feature) => feature.properties.kind in AREAS), { style: area, interactive: false }),
    L.geoJSON(cased, { style: casing, interactive: false }),
    L.geoJSON(cased, { style: line, interactive: false }),
    L.layerGroup(places.map((place) => label(L, place))),
  ];
}

function area({ properties }) {
  const edge = properties.kind === "boundary";
  return {
    className: `ld-map__${AREAS[properties.kind]}`,
    weight: edge ? 1.5 : 0,
    fill: !edge,
    fillOpacity: 1,
    dashArray: edge ? "8 5 2 5" : null,
  };
}

function line({ properties }) {
  const [name, weight] = LINES[properties.kind];
  return { className: `ld-map__${name}`, weight };
}

function casing({ properties }) {
  const [name, weight] = LINES[properties.kind];
  return { className: name === "river" ? "ld-map__river" : "ld-map__case", weight: weight + 2 };
}

function label(L, { properties, geometry }) {
  const [lon, lat] = geometry.coordinates;
  const icon = L.divIcon({ className: "ld-map__label", html: `<span>${escaped(properties.name)}</span>`, iconSize: null });
  return L.marker([lat, lon], { icon, interactive: false, keyboard: false });
}

/** The track: solid with a halo; a gap is dashed in another colour: nobody knows which way was taken. */
export function trackLayer(L, features) {
  const group = L.featureGroup();
  const stretches = features.filter((feature) => feature.properties.kind === "track");
  for (const gap of gaps(stretches)) {
    const ends = gap.map(([lon, lat]) => [lat, lon]);
    L.polyline(ends, { className: "ld-map__gap", weight: 4, dashArray: "8 7", interactive: false }).addTo(group);
  }
  const lines = stretches.filter((feature) => feature.geometry.type === "LineString");
  L.geoJSON(lines, { style: { className: "ld-map__trackcase", weight: 9 }, interactive: false }).addTo(group);
  L.geoJSON(lines, { style: { className: "ld-map__track", weight: 5 }, interactive: false }).addTo(group);
  return group;
}

/** From where each device was last seen to where it was seen next; a stretch may be a single fix. */
function gaps(stretches) {
  const ends = stretches.map(({ geometry: { type, coordinates } }) => (type === "Point" ? [coordinates] : coordinates));
  return stretches.flatMap(({ properties }, at) =>
    at > 0 && properties.device === stretches[at - 1].properties.device ? [[ends[at - 1].at(-1), ends[at][0]]] : [],
  );
}

/** Numbered findings and hazards; the number on the map is the number in the list. */
export function findingLayer(L, features) {
  const group = L.featureGroup();
  for (const { properties, geometry } of features) {
    if (geometry?.type !== "Point" || !NUMBERED.has(properties.kind)) continue;
    const [lon, lat] = geometry.coordinates;
    const icon = L.divIcon({ className: "ld-map__number", html: String(Number(properties.number)), iconSize: [30, 30] });
    L.marker([lat, lon], { icon, interactive: false, keyboard: false }).addTo(group);
  }
  return group;
}

/** Calls for help as a sign that is seen at once, above everybody who is under way to them, by name. */
export function callLayer(L, features) {
  const group = L.featureGroup();
  for (const { properties, geometry } of features) {
    if (!CALLS.has(properties.kind)) continue;
    const [lon, lat] = geometry.coordinates;
    const name = `<span>${properties.exercise ? "演练 " : ""}${escaped(properties.name)}</span>`;
    const icon = L.divIcon({ className: `ld-map__sign ld-map__${properties.kind}`, html: name, iconSize: null });
    L.marker([lat, lon], { icon, interactive: false, keyboard: false, pane: SIGNS.pane, zIndexOffset: properties.kind === "call" ? ABOVE : 0 }).addTo(group);
  }
  return group;
}

/** Tiles of the configured source; GCJ-02 sources are shifted for display only, what is stored stays WGS-84. */
export function tileLayer(L, { url, subdomains, attribution }) {
  return L.tileLayer(url, { subdomains, attribution: escaped(attribution ?? ""), maxZoom: 18 });
}

function escaped(text) {
  return String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
