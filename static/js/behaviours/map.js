// Draws a map where one is looked at: tiles or the township's own sketch, then what data-features (an address of GeoJSON)
// says. data-live follows the track being recorded on this page; data-pick="id" hands a tapped place to that field.

import { findingLayer, sketchLayer, tileLayer, trackLayer } from "../map/layers.js";
import { leaflet } from "../map/leaflet.js";
import { shown, shownFeatures, stored, useGcj02 } from "../map/shift.js";

const CLOSE = 16;

export default function map(canvas) {
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    draw(canvas).catch(() => (canvas.dataset.failed = ""));
  });
  seen.observe(canvas);
}

async function draw(canvas) {
  const { leaflet: base, style, gcoord, tiles, tilesSystem, attribution, features } = canvas.dataset;
  const [L, sketch, own] = await Promise.all([
    leaflet(base, style),
    tiles ? [] : featuresOf(canvas.dataset.sketch),
    featuresOf(features),
    tilesSystem === "gcj02" ? useGcj02(gcoord) : null,
  ]);
  const view = L.map(canvas, { zoomControl: false, attributionControl: Boolean(tiles), zoomSnap: 0.25 });
  const ground = tiles ? tileLayer(L, { url: tiles, attribution }) : sketchLayer(L, shownFeatures(sketch));
  ground.addTo(view);
  const drawn = shownFeatures(own);
  const lines = trackLayer(L, drawn).addTo(view);
  const points = findingLayer(L, drawn).addTo(view);
  fit(L, view, [lines, points], shownFeatures(sketch));
  if ("live" in canvas.dataset) follow(L, view);
  if (canvas.dataset.pick) pick(L, view, document.getElementById(canvas.dataset.pick));
  tools(canvas, view, () => fit(L, view, [lines, points], shownFeatures(sketch)));
  canvas.dataset.drawn = "";
}

async function featuresOf(address) {
  if (!address) return [];
  const answer = await fetch(address, { credentials: "same-origin" });
  return answer.ok ? (await answer.json()).features : [];
}

function fit(L, view, layers, sketch) {
  const bounds = layers.reduce((all, layer) => all.extend(layer.getBounds()), L.latLngBounds([]));
  if (bounds.isValid()) return view.fitBounds(bounds.pad(0.15), { maxZoom: CLOSE });
  const ground = L.geoJSON(sketch).getBounds();
  if (ground.isValid()) view.fitBounds(ground);
  else view.setView([24.17, 102.4], 13);
}

/** The track grows as the page records it, and the person's own place is drawn with its accuracy. */
function follow(L, view) {
  const line = L.polyline([], { className: "ld-map__track", weight: 5, interactive: false }).addTo(view);
  const me = L.circleMarker([0, 0], { className: "ld-map__me", radius: 8, interactive: false });
  const near = L.circle([0, 0], { className: "ld-map__acc", weight: 1, fillOpacity: 0.15, interactive: false });
  document.addEventListener("moved", ({ detail: fix }) => {
    const [lon, lat] = shown([fix.lon, fix.lat]);
    line.addLatLng([lat, lon]);
    me.setLatLng([lat, lon]).addTo(view);
    near.setLatLng([lat, lon]).setRadius(fix.accuracy_m).addTo(view);
    view.setView([lat, lon], Math.max(view.getZoom() ?? 0, CLOSE - 1));
  });
}

function pick(L, view, field) {
  const pin = L.circleMarker([0, 0], { className: "ld-map__pin", radius: 10 });
  const put = (lat, lon) => pin.setLatLng([lat, lon]).addTo(view);
  view.on("click", ({ latlng }) => {
    put(latlng.lat, latlng.lng);
    const [lon, lat] = stored([latlng.lng, latlng.lat]);
    const detail = { lat: round(lat), lon: round(lon) };
    field.dispatchEvent(new CustomEvent("picked", { detail }));
  });
  field.addEventListener("located", ({ detail }) => {
    const [lon, lat] = shown([detail.lon, detail.lat]);
    put(lat, lon);
    view.setView([lat, lon], CLOSE);
  });
}

function tools(canvas, view, whole) {
  canvas.parentElement.addEventListener("click", ({ target }) => {
    const act = target.closest("[data-map-act]")?.dataset.mapAct;
    if (act === "whole") whole();
    if (act === "closer") view.zoomIn();
    if (act === "farther") view.zoomOut();
  });
}

function round(degrees) {
  return Math.round(degrees * 1e6) / 1e6;
}
