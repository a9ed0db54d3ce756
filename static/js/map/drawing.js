// The picture of a map as the server drew it: looked at from where it is needed, its letters as large as everywhere.

import { pixelsPerMetre, position, world } from "./mercator.js";

const PHONE_SLACK = 1.1;

export class Drawing {
  constructor(svg) {
    const { lat, lon, zoom } = svg.dataset;
    this.svg = svg;
    this.zoom = Number(zoom);
    this.origin = world({ lat: Number(lat), lon: Number(lon) }, this.zoom);
    const { width, height } = svg.viewBox.baseVal;
    this.core = [width, height];
    this.middle = [0, 0];
    this.closer = 1;
    this.sizes = new ResizeObserver(([{ contentRect }]) => this.fit(contentRect));
    this.sizes.observe(svg.parentElement);
  }

  /** Something else took its place. */
  remove() {
    this.sizes.disconnect();
    this.svg.remove();
  }

  /** Where a position lies in it. */
  place(fix) {
    const [x, y] = world(fix, this.zoom);
    return [x - this.origin[0], y - this.origin[1]];
  }

  lengthOf(metres, { lat }) {
    return metres * pixelsPerMetre(lat, this.zoom);
  }

  /** What is seen of it, as Leaflet takes it. */
  get view() {
    const [x, y] = [this.origin[0] + this.middle[0], this.origin[1] + this.middle[1]];
    return { ...position([x, y], this.zoom), zoom: this.zoom + Math.log2(this.closer * (this.scale ?? 1)) };
  }

  /** With that position in the middle, no farther away than `zoom`. */
  look(fix, zoom) {
    this.middle = this.place(fix);
    this.closer = Math.max(this.closer, 2 ** (zoom - this.zoom));
    const [width, height] = this.core.map((side) => side / this.closer);
    const [x, y] = this.middle;
    this.svg.setAttribute("viewBox", `${x - width / 2} ${y - height / 2} ${width} ${height}`);
    this.settle();
  }

  fit({ width, height }) {
    if (!width || !height) return;
    this.room = [width, height];
    this.scale = Math.min(width / this.core[0], height / this.core[1]);
    const asDrawn = width < this.core[0] * PHONE_SLACK && this.scale > 1 / PHONE_SLACK && this.scale < PHONE_SLACK;
    if (!asDrawn || this.settled) this.settle();
  }

  /** Letters and numbers in their own size; names wherever they stand whole. */
  settle() {
    this.settled = true;
    const pixels = this.closer * (this.scale ?? 1);
    const [halfX, halfY] = (this.room ?? this.core).map((side) => side / 2);
    for (const each of this.svg.querySelectorAll(".ld-map__at")) {
      const { e: x, f: y } = each.transform.baseVal.getItem(0).matrix;
      each.setAttribute("transform", `translate(${x} ${y}) scale(${1 / pixels})`);
      if (!each.dataset.box) continue;
      const [left, top, right, bottom] = each.dataset.box.split(" ").map(Number);
      const [at, down] = [(x - this.middle[0]) * pixels, (y - this.middle[1]) * pixels];
      const whole = at + left > -halfX && at + right < halfX && down + top > -halfY && down + bottom < halfY;
      each.classList.toggle("ld-map__name_out", !whole);
    }
  }
}
