// A list of calls ([data-rank] rows with data-urgency, data-lat, data-lon): of those equally urgent the nearest to this
// device first, each with how far it is. Only where the position may be had without asking.

import { distanceParts, wayTo } from "../map/geodesic.js";
import { mayAsk } from "../patrol/permission.js";
import { bestFix, knownFix } from "../patrol/position.js";

const RECENT_MS = 60_000;
const PATIENCE_MS = 5_000;

export default async function nearest(list) {
  const rows = [...list.querySelectorAll("[data-rank]")];
  if (rows.length === 0 || !(await mayAsk())) return;
  const fix = recent(knownFix()) ?? (await bestFix(PATIENCE_MS));
  if (fix && list.isConnected) order(rows, fix);
}

const recent = (fix) => (fix && Date.now() - fix.time < RECENT_MS ? fix : null);

function order(rows, fix) {
  const far = new Map(rows.map((row) => [row, distance(row, fix)]));
  // The server's order stands between different urgencies; those alike lie side by side in it.
  const first = new Map();
  for (const row of rows) if (!first.has(row.dataset.urgency)) first.set(row.dataset.urgency, Number(row.dataset.rank));
  const place = (row) => first.get(row.dataset.urgency);
  rows.sort((one, other) => place(one) - place(other) || far.get(one) - far.get(other));
  for (const row of rows) {
    row.parentElement.append(row);
    if (far.get(row) < Infinity) row.querySelector("[data-far]").textContent = `距你${distanceParts(far.get(row)).join("")}`;
  }
}

function distance({ dataset: { lat, lon } }, fix) {
  return lat ? wayTo(fix, { lat: Number(lat), lon: Number(lon) }).metres : Infinity;
}
