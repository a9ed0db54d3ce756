// People on a map of command: a dot each, moved where it stands, pale where nobody has heard of it for some time. Named while
// there are few; in a crowd a tap says who it is.

const FEW = 40;

export class People {
  constructor(L, view) {
    this.L = L;
    this.view = view;
    this.dots = new Map();
  }

  /** `features` are those of the whole situation, as they are shown. */
  show(features) {
    const people = features.filter(({ properties }) => properties.kind === "person");
    const named = people.length <= FEW;
    const gone = new Set(this.dots.keys());
    for (const { properties, geometry } of people) {
      gone.delete(properties.id);
      this.put(properties, geometry.coordinates, named);
    }
    for (const id of gone) this.take(id);
  }

  put({ id, name, stale }, [lon, lat], named) {
    const dot = this.dots.get(id) ?? this.make(id, name, [lat, lon], named);
    dot.setLatLng([lat, lon]);
    dot.getElement()?.classList.toggle("ld-map__person_stale", stale);
    if (dot.named !== named) this.name(dot, name, named);
  }

  make(id, name, place, named) {
    const dot = this.L.circleMarker(place, { className: "ld-map__person", radius: 8, weight: 2 }).addTo(this.view);
    this.dots.set(id, dot);
    this.name(dot, name, named);
    return dot;
  }

  /** As text: a name is no markup. */
  name(dot, name, named) {
    const label = document.createElement("span");
    label.textContent = name;
    dot.unbindTooltip().bindTooltip(label, { permanent: named, direction: "right", offset: [8, 0], className: "ld-map__who" });
    dot.named = named;
  }

  take(id) {
    this.dots.get(id).remove();
    this.dots.delete(id);
  }
}
