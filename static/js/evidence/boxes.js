// Redaction boxes as parts (0…1) of the picture. Pure.

const LEAST = 0.01;
const STEP = 0.01;
const DIGITS = 5;

/** The box between two points, inside the picture; null for a mere tap. */
export function between(a, b) {
  const box = {
    x: clamp(Math.min(a.x, b.x)),
    y: clamp(Math.min(a.y, b.y)),
    w: Math.abs(clamp(a.x) - clamp(b.x)),
    h: Math.abs(clamp(a.y) - clamp(b.y)),
  };
  return box.w < LEAST || box.h < LEAST ? null : rounded(box);
}

export function moved(box, dx, dy) {
  return rounded({ ...box, x: clamp(box.x + dx, 1 - box.w), y: clamp(box.y + dy, 1 - box.h) });
}

export function resized(box, dw, dh) {
  const side = (size, change, start) => Math.max(LEAST, Math.min(1 - start, size + change));
  return rounded({ ...box, w: side(box.w, dw, box.x), h: side(box.h, dh, box.y) });
}

/** A box to begin with for those who do not draw: a fifth of the picture, in the middle. */
export function inTheMiddle() {
  return { x: 0.4, y: 0.4, w: 0.2, h: 0.2 };
}

/** What a key does to a box; undefined for keys that do nothing to it, null for taking it away. */
export function afterKey(box, key, shift) {
  if (key === "Delete" || key === "Backspace") return null;
  const by = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[key];
  if (!by) return undefined;
  return shift ? resized(box, ...by) : moved(box, ...by);
}

/** How a screen reader hears it. */
export function spoken(box, number) {
  const percent = (part) => `${Math.round(part * 100)}%`;
  return `遮挡框${number}，左${percent(box.x)}，上${percent(box.y)}，宽${percent(box.w)}，高${percent(box.h)}`;
}

function clamp(part, most = 1) {
  return Math.max(0, Math.min(most, part));
}

function rounded(box) {
  const cut = (part) => Number(part.toFixed(DIGITS));
  const [x, y] = [cut(box.x), cut(box.y)];
  return { x, y, w: Math.min(cut(box.w), cut(1 - x)), h: Math.min(cut(box.h), cut(1 - y)) };
}
