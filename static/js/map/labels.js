// Names of places on a small map: a name stands right of its dot, or left of it where a finding, a person, another name, the legend or
// the edge is in the way; where there is no room on either side it gives way until there is. The dot stays. Whoever called or
// comes is always named: left of the sign where the edge would cut the name.

const GAP_PX = 6;

export function keepApart(view) {
  view.on("moveend", () => giveWay(view));
  giveWay(view);
}

function giveWay(view) {
  const ground = view.getContainer();
  // All are measured before the first one changes: the page is laid out once.
  const taken = [...ground.parentElement.querySelectorAll(".ld-map__number, .ld-map__sign, .ld-map__who, .ld-map__legend, .ld-map__tool")].map(boxOf);
  const labels = [...view.getPane("markerPane").querySelectorAll(".ld-map__label")].map((each) => [each, boxOf(each)]);
  const edge = boxOf(ground);
  const signs = [...view.getPane("markerPane").querySelectorAll(".ld-map__sign")].map((each) => [each, boxOf(each)]);
  for (const [sign, box] of signs) {
    const cut = box.right > edge.right;
    sign.classList.toggle("ld-map__sign_left", cut);
    if (cut) taken.push({ ...box, left: box.left - box.width, right: box.left });
  }
  for (const [label, right] of labels) {
    const left = { ...right, left: right.left - right.width - GAP_PX, right: right.left - GAP_PX };
    const free = [right, left].find((box) => inside(box, edge) && !taken.some((other) => meet(box, other)));
    label.classList.toggle("ld-map__label_left", free === left);
    label.classList.toggle("ld-map__label_mute", !free);
    if (free) taken.push(free);
  }
}

function boxOf(element) {
  const { left, right, top, bottom, width } = element.getBoundingClientRect();
  return { left, right, top, bottom, width };
}

const inside = (box, edge) => box.left >= edge.left && box.right <= edge.right;

function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
