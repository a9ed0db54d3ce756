// People on a map of command: a dot each, moved where it stands, pale where nobody has heard of it for some time. Named while
// there are few; in a crowd a tap says who it is. On one canvas, for hundreds of them; its colours are those of the theme.

const FEW = 40;
const PANE = "people";
const ABOVE = 640; // over the names of places (600), under the names of people (650)

export class People {
  constructor(L, view) {
    this.L = L;
    this.view = view;
    view.createPane(PANE).style.zIndex = ABOVE;
    this.renderer = L.canvas({ pane: PANE, padding: 0.3 });
    this.dots = new Map();
  }

  /** `features` are those of the whole situation, as they are shown. */
  show(features) {
    const people = features.filter(({ properties }) => properties.kind === "person");
    const looks = this.looks();
    const gone = new Set(this.dots.keys());
    for (const { properties, geometry } of people) {
      gone.delete(properties.id);
      this.put(properties, geometry.coordinates, looks, people.length <= FEW);
    }
    for (const id of gone) this.take(id);
    this.view.getContainer().dataset.people = this.dots.size;
    this.view.fire("moveend"); // names of places give way to those of people
  }

  put({ id, name, stale }, [lon, lat], looks, named) {
    const dot = this.dots.get(id) ?? this.make(id, [lat, lon]);
    dot.setLatLng([lat, lon]).setStyle(stale ? looks.stale : looks.fresh);
    if (dot.named !== named) this.name(dot, name, named);
  }

  make(id, place) {
    const dot = this.L.circleMarker(place, { pane: PANE, renderer: this.renderer, radius: 8, weight: 2 }).addTo(this.view);
    this.dots.set(id, dot);
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

  looks() {
    const theme = getComputedStyle(this.view.getContainer());
    const colour = (name) => theme.getPropertyValue(`--ld-map-${name}`).trim();
    const fresh = { color: colour("halo"), fillColor: colour("track"), fillOpacity: 1 };
    return { fresh, stale: { ...fresh, fillColor: colour("gap"), fillOpacity: 0.6 } };
  }
}
