"""What a template needs to draw a map: paths by the class of what they are, dots with names, numbers, tracks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.foundation.maps.mercator import Position, Spot, View
from backend.foundation.maps.names import Box, Named
from backend.foundation.maps.outlines import drawable, kind_of, outlines

# kind of feature → the class it is drawn by (static/css/parts/drawing.css), lowest first
_AREAS = {"field": "field", "built": "built", "pond": "water", "water": "water", "boundary": "edge"}
_CASINGS = {"river": "bank", "lane": "lanecase", "road": "roadcase"}
_LINES = {"river": "river", "lane": "lane", "road": "road"}


@dataclass(frozen=True, slots=True)
class Path:
    """One `<path>`: what it is, as the ending of its class, and its course."""

    look: str
    d: str


@dataclass(frozen=True, slots=True)
class Name:
    """A key place: its dot, and from there the name. `inside`: a phone shows it; else only what is wider."""

    text: str
    spot: Spot
    anchor: str
    at: Spot
    box: Box | None
    inside: bool


@dataclass(frozen=True, slots=True)
class DrawnWay:
    """One device's track; `until` and `end` are its last fix, from which a phone may go on."""

    device: str
    until: datetime
    end: Position
    gaps: Sequence[str]
    stretches: Sequence[str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map as a picture; the origin of all coordinates is the middle of `view`. `legend`: what its lines are, and whether that is a
    gap."""

    view: View
    ground: Sequence[Path]
    names: Sequence[Name]
    ways: Sequence[DrawnWay]
    numbers: Sequence[tuple[int, Spot]]
    legend: Sequence[tuple[str, bool]]


def ground_of(township: Mapping[str, Any], view: View) -> Iterator[Path]:
    """Areas, then lines on their casings; kinds nobody knows are not drawn."""
    for looks in (_AREAS, _CASINGS, _LINES):
        for kind, look in looks.items():
            yield from (Path(look, d) for d in _courses(township, kind, view))


def name_of(named: Named, size: float, core: Box) -> Name:
    """Where a placed name is written, seen from its dot."""
    (x, y), box = named.spot, named.box
    if box is None:
        return Name(named.name, named.spot, named.anchor, (0, 0), None, core.holds(Box(x, y, x, y)))
    starts = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}
    at = (round(starts[named.anchor] - x, 1), round(box.top + size * 0.86 - y, 1))
    seen = Box(*(round(edge, 1) for edge in (box.left - x, box.top - y, box.right - x, box.bottom - y)))
    return Name(named.name, named.spot, named.anchor, at, seen, core.holds(box))


def _courses(township: Mapping[str, Any], kind: str, view: View) -> Iterator[str]:
    for feature in drawable(township):
        if kind_of(feature) == kind:
            yield from outlines(feature["geometry"], view.place)
