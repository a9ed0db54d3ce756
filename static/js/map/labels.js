// Names of places on a small map: one that would lie over an earlier name gives way until there is room. Its dot stays.

export function keepApart(view) {
  view.on("zoomend", () => giveWay(view));
  giveWay(view);
}

function giveWay(view) {
  const taken = [];
  for (const label of view.getPane("markerPane").querySelectorAll(".ld-map__label")) {
    const box = label.getBoundingClientRect();
    const covers = taken.some((other) => meet(box, other));
    label.classList.toggle("ld-map__label_mute", covers);
    if (!covers) taken.push(box);
  }
}

function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
