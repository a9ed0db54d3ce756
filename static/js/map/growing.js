// The track of a running patrol in the server's picture: it grows as the page records it, and the person's own place is drawn
// with its accuracy, without a map being loaded on the street.

import { deviceId } from "../sending/device.js";
import { goingOn } from "./going-on.js";

const SVG = "http://www.w3.org/2000/svg";
const CLOSE = 15;

/** `data` of the canvas: `grows`, the patrol, and `gapS`. */
export async function growIn(drawing, data) {
  const track = await goingOn(data, endOf(drawing.svg, deviceId()));
  const [gaps, line] = [part("path", "gap"), part("path", "track")];
  const [near, me] = [part("circle", "acc"), part("g", "at")];
  me.append(part("circle", "me"));
  me.firstChild.setAttribute("r", 8);
  drawing.svg.append(gaps, line);
  const draw = () => {
    line.setAttribute("d", course(drawing, track.stretches));
    gaps.setAttribute("d", course(drawing, track.gaps));
  };
  const moved = ({ detail: fix }) => {
    if (!drawing.svg.isConnected) return document.removeEventListener("moved", moved);
    track.add(fix);
    draw();
    const [x, y] = drawing.place(fix);
    me.setAttribute("transform", `translate(${x} ${y})`);
    for (const [name, value] of Object.entries({ cx: x, cy: y, r: drawing.lengthOf(fix.accuracy_m, fix) })) {
      near.setAttribute(name, value);
    }
    if (!me.isConnected) drawing.svg.append(near, me); // nowhere before the first fix, where no look could place it
    drawing.look(fix, CLOSE);
  };
  draw();
  document.addEventListener("moved", moved);
}

function part(tag, look) {
  const element = document.createElementNS(SVG, tag);
  element.setAttribute("class", `ld-map__${look}`);
  return element;
}

function course(drawing, lines) {
  const spots = (fixes) => fixes.map((fix) => drawing.place(fix).map((side) => side.toFixed(1)).join(" "));
  return lines.map((fixes) => `M${spots(fixes).join("L")}`).join("");
}

/** The last fix the server has of this phone, to go on from; nothing where it has none. */
function endOf(svg, device) {
  const { lat, lon, until } = svg.querySelector(`[data-device="${device}"]`)?.dataset ?? {};
  return until ? [{ lat: Number(lat), lon: Number(lon), time: Date.parse(until) }] : [];
}
