// How far along the ellipsoid (WGS-84, Vincenty's inverse) and in which direction one sets off. Pure.

const A = 6_378_137;
const F = 1 / 298.257223563;
const B = A * (1 - F);
const NEAR_M = 15; // no phone knows better
const ROUNDS = 100;
const CLOSE = 1e-12;
const EIGHTHS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];
const WORDS = { n: "正北", ne: "东北", e: "正东", se: "东南", s: "正南", sw: "西南", w: "正西", nw: "西北" };
const rad = (degrees) => (degrees * Math.PI) / 180;

/** From one { lat, lon } to another: { metres, eighth, words }. Opposite ends of the earth are measured to 0.5 %. */
export function wayTo(from, to) {
  const lon = rad(to.lon - from.lon);
  const east = Math.sin(lon) * Math.cos(rad(to.lat));
  const north =
    Math.cos(rad(from.lat)) * Math.sin(rad(to.lat)) - Math.sin(rad(from.lat)) * Math.cos(rad(to.lat)) * Math.cos(lon);
  const turn = (Math.atan2(east, north) * 180) / Math.PI;
  const eighth = EIGHTHS[Math.round((turn + 360) / 45) % 8];
  const metres = along(from, to);
  return { metres, eighth, words: metres < NEAR_M ? "就在附近" : `${WORDS[eighth]}方向` };
}

function along(from, to) {
  const [u1, u2] = [from, to].map(({ lat }) => Math.atan((1 - F) * Math.tan(rad(lat))));
  const lon = rad(to.lon - from.lon);
  let lambda = lon;
  for (let round = 0; round < ROUNDS; round += 1) {
    const arc = arcOf(u1, u2, lambda);
    if (arc.sin === 0) return 0;
    const c = (F / 16) * arc.cos2 * (4 + F * (4 - 3 * arc.cos2));
    const bend = arc.mid + c * arc.cos * (2 * arc.mid ** 2 - 1);
    const next = lon + (1 - c) * F * arc.tilt * (arc.angle + c * arc.sin * bend);
    if (Math.abs(next - lambda) < CLOSE) return length(arc);
    lambda = next;
  }
  return sphere(from, to);
}

/** The arc between two reduced latitudes, `lambda` apart. */
function arcOf(u1, u2, lambda) {
  const x = Math.cos(u2) * Math.sin(lambda);
  const y = Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda);
  const sin = Math.hypot(x, y);
  const cos = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
  const tilt = sin === 0 ? 0 : (Math.cos(u1) * Math.cos(u2) * Math.sin(lambda)) / sin;
  const cos2 = 1 - tilt ** 2;
  const mid = cos2 === 0 ? 0 : cos - (2 * Math.sin(u1) * Math.sin(u2)) / cos2;
  return { sin, cos, tilt, cos2, mid, angle: Math.atan2(sin, cos) };
}

function length({ sin, cos, cos2, mid, angle }) {
  const square = (cos2 * (A ** 2 - B ** 2)) / B ** 2;
  const k = 1 + (square / 16384) * (4096 + square * (-768 + square * (320 - 175 * square)));
  const m = (square / 1024) * (256 + square * (-128 + square * (74 - 47 * square)));
  const inner = cos * (2 * mid ** 2 - 1) - (m / 6) * mid * (4 * sin ** 2 - 3) * (4 * mid ** 2 - 3);
  return B * k * (angle - m * sin * (mid + (m / 4) * inner));
}

function sphere(from, to) {
  const h =
    Math.sin(rad(to.lat - from.lat) / 2) ** 2 +
    Math.cos(rad(from.lat)) * Math.cos(rad(to.lat)) * Math.sin(rad(to.lon - from.lon) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** ["3.2", "公里"], ["800", "米"] */
export function distanceParts(metres) {
  return Math.round(metres) >= 1000 ? [(metres / 1000).toFixed(1), "公里"] : [String(Math.round(metres)), "米"];
}
