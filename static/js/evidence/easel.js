// The boxes drawn over a picture: one <rect> each, moved by finger, mouse or keys while editing.

import { afterKey, between, inTheMiddle, moved, spoken } from "./boxes.js";

const SVG = "http://www.w3.org/2000/svg";

export class Easel {
  /** `svg` has a view box of 0 0 1 1 over the picture; `changed` is told after every change. */
  constructor(svg, changed) {
    this.svg = svg;
    this.changed = changed;
    this.boxes = JSON.parse(svg.dataset.boxes);
    this.editing = false;
    this.chosen = null;
    this.grip = null;
    svg.addEventListener("pointerdown", (event) => this.grab(event));
    svg.addEventListener("pointermove", (event) => this.drag(event));
    for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, () => this.release());
    svg.addEventListener("keydown", (event) => this.key(event));
    svg.addEventListener("focusin", (event) => {
      this.chosen = this.numberOf(event.target);
    });
  }

  edit(on) {
    this.editing = on;
    this.draw();
  }

  replace(boxes) {
    this.boxes = boxes;
    this.draw();
  }

  add() {
    this.boxes = [...this.boxes, inTheMiddle()];
    this.draw(this.boxes.length - 1);
  }

  dropChosen() {
    if (this.chosen !== null) this.put(this.chosen, null);
  }

  grab(event) {
    if (!this.editing) return;
    event.preventDefault();
    this.svg.setPointerCapture(event.pointerId);
    const number = this.numberOf(event.target);
    const at = this.point(event);
    this.grip = number === null ? { from: at } : { from: at, number, box: this.boxes[number] };
    if (number !== null) event.target.focus();
  }

  drag(event) {
    if (!this.grip) return;
    const at = this.point(event);
    const { from, number, box, drawn } = this.grip;
    if (box) return this.put(number, moved(box, at.x - from.x, at.y - from.y));
    const fresh = between(from, at);
    if (!fresh) return;
    this.grip.drawn ??= this.boxes.length;
    this.put(drawn ?? this.grip.drawn, fresh);
  }

  release() {
    this.grip = null;
  }

  key(event) {
    const number = this.numberOf(event.target);
    if (!this.editing || number === null) return;
    const box = afterKey(this.boxes[number], event.key, event.shiftKey);
    if (box === undefined) return;
    event.preventDefault();
    this.put(number, box);
  }

  put(number, box) {
    const boxes = [...this.boxes];
    if (box === null) boxes.splice(number, 1);
    else boxes[number] = box;
    this.boxes = boxes;
    this.draw(box === null ? null : number);
  }

  draw(focus = null) {
    this.svg.toggleAttribute("hidden", !this.editing && this.boxes.length === 0);
    this.svg.replaceChildren(...this.boxes.map((box, number) => this.rect(box, number)));
    this.chosen = focus;
    if (focus !== null) this.svg.children[focus].focus({ preventScroll: true });
    this.changed(this.boxes);
  }

  rect(box, number) {
    const rect = document.createElementNS(SVG, "rect");
    const shape = { class: "ld-photo__box", x: box.x, y: box.y, width: box.w, height: box.h };
    if (this.editing) Object.assign(shape, { tabindex: 0, role: "button", "aria-label": spoken(box, number + 1) });
    for (const [name, value] of Object.entries(shape)) rect.setAttribute(name, value);
    return rect;
  }

  numberOf(element) {
    const number = [...this.svg.children].indexOf(element);
    return number < 0 ? null : number;
  }

  point(event) {
    const frame = this.svg.getBoundingClientRect();
    return { x: (event.clientX - frame.left) / frame.width, y: (event.clientY - frame.top) / frame.height };
  }
}
