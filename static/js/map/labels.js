// Names of places on a small map: a name stands right of its dot, or left of it where a finding, a person, another name, the legend or
// the edge is in the way; where there is no room on either side it gives way until there is. The dot stays. Whoever called or
// comes is always named, whoever called first: right of the sign, left of it or below it, where no other sign and no other name stands.

const GAP_PX = 6;
const DOT_PX = 15; // half of a sign
const NAME_PX = 16; // from the middle of a sign to its name
const LINE_PX = 22;

export function keepApart(view) {
  view.on("moveend", () => giveWay(view));
  giveWay(view);
}

function giveWay(view) {
  const ground = view.getContainer();
  // All are measured before the first one changes: the page is laid out once.
  const taken = [...ground.parentElement.querySelectorAll(".ld-map__number, .ld-map__who, .ld-map__legend, .ld-map__tool")].map(boxOf);
  const labels = [...view.getPane("markerPane").querySelectorAll(".ld-map__label")].map((each) => [each, boxOf(each)]);
  const edge = boxOf(ground);
  const signs = [...ground.querySelectorAll(".ld-map__sign")].map((each) => [each, boxOf(each)]);
  taken.push(...signs.map(([, box]) => ({ ...box, left: box.left - DOT_PX, right: box.left + DOT_PX })));
  signs.sort(([one], [other]) => isCall(other) - isCall(one));
  for (const [sign, box] of signs) taken.push(nameSign(sign, box, edge, taken));
  for (const [label, right] of labels) {
    const left = { ...right, left: right.left - right.width - GAP_PX, right: right.left - GAP_PX };
    const free = [right, left].find((box) => inside(box, edge) && !taken.some((other) => meet(box, other)));
    label.classList.toggle("ld-map__label_left", free === left);
    label.classList.toggle("ld-map__label_mute", !free);
    if (free) taken.push(free);
  }
}

const isCall = (sign) => sign.classList.contains("ld-map__call");

/** Where the name stands now; where nothing is free, where at least the edge does not cut it. */
function nameSign(sign, box, edge, taken) {
  const [middle, width] = [box.left, box.width - NAME_PX];
  const sides = {
    right: { ...box, left: middle + NAME_PX },
    left: { ...box, left: middle - NAME_PX - width, right: middle - NAME_PX },
    below: { left: middle - width / 2, right: middle + width / 2, top: box.top + LINE_PX, bottom: box.bottom + LINE_PX },
  };
  const whole = Object.keys(sides).filter((side) => inside(sides[side], edge));
  const chosen = whole.find((side) => !taken.some((other) => meet(sides[side], other))) ?? whole[0] ?? "right";
  for (const side of ["left", "below"]) sign.classList.toggle(`ld-map__sign_${side}`, chosen === side);
  return sides[chosen];
}

function boxOf(element) {
  const { left, right, top, bottom, width } = element.getBoundingClientRect();
  return { left, right, top, bottom, width };
}

const inside = (box, edge) => box.left >= edge.left && box.right <= edge.right;

function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
