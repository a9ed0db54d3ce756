// Draws a map where one is looked at: tiles or the township's own sketch, then what data-features (an address of GeoJSON)
// says. data-grows (a patrol) follows the track being recorded on this page, with data-gap-s as the longest silence that is
// no gap; data-pick="id" hands a tapped place to that field; data-anew="assist:ID" draws it anew when that is heard of; data-every="10" so often, and people move where they stand.

import { breathe } from "../breathe.js";
import { goingOn } from "../map/going-on.js";
import { keepApart } from "../map/labels.js";
import { SIGNS, callLayer, findingLayer, sketchLayers, tileLayer, trackLayer } from "../map/layers.js";
import { leaflet } from "../map/leaflet.js";
import { endOf } from "../map/live.js";
import { People } from "../map/people.js";
import { shown, shownFeatures, stored, useGcj02 } from "../map/shift.js";
import { deviceId } from "../sending/device.js";

const CLOSE = 16;
const CHINA = [[18, 73.5], [53.5, 135]];

export default function map(canvas) {
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    draw(canvas).catch(() => (canvas.dataset.failed = ""));
  });
  seen.observe(canvas);
}

/** `seen`: the view of the server's picture that the map takes over from (behaviours/drawn-map.js). */
export async function draw(canvas, seen = null) {
  const { leaflet: base, style, gcoord, tiles, tilesSubdomains, tilesSystem, attribution, features } = canvas.dataset;
  const [L, sketch, own] = await Promise.all([
    leaflet(base, style),
    featuresOf(canvas.dataset.sketch),
    featuresOf(features),
    tilesSystem === "gcj02" ? useGcj02(gcoord) : null,
  ]);
  await breathe();
  const view = L.map(canvas, { zoomControl: false, attributionControl: Boolean(tiles), zoomSnap: 0.25 });
  view.createPane(SIGNS.pane).style.zIndex = SIGNS.above;
  const [township, drawn] = [shownFeatures(sketch), shownFeatures(own)];
  await breathe();
  const ground = tiles
    ? [tileLayer(L, { url: tiles, subdomains: tilesSubdomains, attribution })]
    : sketchLayers(L, township);
  let layers = recordLayers(L, drawn);
  const whole = () => fit(L, view, layers, township);
  await breathe();
  if (seen) lookAt(view, seen);
  else whole();
  for (const layer of [...ground, ...layers]) {
    await breathe();
    layer.addTo(view);
  }
  await breathe();
  keepApart(view);
  if (canvas.dataset.grows) follow(L, view, await goingOn(canvas.dataset, endOf(own, deviceId())));
  if (canvas.dataset.pick) pick(L, view, document.getElementById(canvas.dataset.pick));
  async function anew() {
    const current = shownFeatures(await featuresOf(features));
    for (const layer of layers) layer.remove();
    layers = recordLayers(L, current).map((layer) => layer.addTo(view));
    view.fire("moveend"); // names give way to what stands elsewhere now
    return current;
  }
  if (canvas.dataset.anew) hearing(canvas, anew);
  if (canvas.dataset.every) keepCurrent(canvas, new People(L, view), drawn, anew);
  tools(canvas, view, whole);
  canvas.dataset.drawn = "";
}

const recordLayers = (L, drawn) => [trackLayer(L, drawn), findingLayer(L, drawn), callLayer(L, drawn)];

/** People move, the rest is drawn anew: every so many seconds, as long as somebody can see it. */
function keepCurrent(canvas, people, drawn, anew) {
  people.show(drawn);
  const beat = setInterval(() => {
    if (!canvas.isConnected) clearInterval(beat);
    else if (!document.hidden) anew().then((current) => people.show(current)).catch(() => undefined);
  }, Number(canvas.dataset.every) * 1000);
}

/** `redraw` whenever something is heard of that the canvas shows. */
function hearing(canvas, redraw) {
  const [kind, id] = canvas.dataset.anew.split(":");
  const heard = ({ detail }) => {
    if (!canvas.isConnected) document.removeEventListener("ld:live", heard);
    else if (detail.kind === kind && (id === "*" || id === detail.id)) redraw().catch(() => undefined);
  };
  document.addEventListener("ld:live", heard);
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
  else view.fitBounds(CHINA);
}

/** Exactly there, also between two steps of the zoom. */
function lookAt(view, { zoom, ...middle }) {
  const { zoomSnap } = view.options;
  view.options.zoomSnap = 0;
  view.setView(onMap(middle), zoom, { animate: false });
  view.options.zoomSnap = zoomSnap;
}

/** The track grows as the page records it, and the person's own place is drawn with its accuracy. */
function follow(L, view, track) {
  const still = { interactive: false };
  const line = L.polyline([], { className: "ld-map__track", weight: 5, ...still }).addTo(view);
  const gaps = L.polyline([], { className: "ld-map__gap", weight: 4, dashArray: "8 7", ...still }).addTo(view);
  const me = L.circleMarker([0, 0], { className: "ld-map__me", radius: 8, ...still });
  const near = L.circle([0, 0], { className: "ld-map__acc", weight: 1, fillOpacity: 0.15, ...still });
  const draw = () => {
    line.setLatLngs(track.stretches.map((stretch) => stretch.map(onMap)));
    gaps.setLatLngs(track.gaps.map((gap) => gap.map(onMap)));
  };
  draw();
  document.addEventListener("moved", ({ detail: fix }) => {
    track.add(fix);
    draw();
    me.setLatLng(onMap(fix)).addTo(view);
    near.setLatLng(onMap(fix)).setRadius(fix.accuracy_m).addTo(view);
    view.setView(onMap(fix), Math.max(view.getZoom() ?? 0, CLOSE - 1));
  });
}

function onMap({ lat, lon }) {
  const [shownLon, shownLat] = shown([lon, lat]);
  return [shownLat, shownLon];
}

function pick(L, view, field) {
  const pin = L.circleMarker([0, 0], { className: "ld-map__pin", radius: 10 });
  const put = (place) => pin.setLatLng(place).addTo(view);
  const go = (fix) => {
    put(onMap(fix));
    view.setView(onMap(fix), CLOSE);
  };
  view.on("click", ({ latlng }) => {
    put(latlng);
    const [lon, lat] = stored([latlng.lng, latlng.lat]);
    const detail = { lat: round(lat), lon: round(lon) };
    field.dispatchEvent(new CustomEvent("picked", { detail }));
  });
  field.addEventListener("located", ({ detail }) => go(detail));
  const [lat, lon] = ["lat", "lon"].map((part) => field.querySelector(`[name="position.${part}"]`).value);
  if (lat && lon) go({ lat: Number(lat), lon: Number(lon) });
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
