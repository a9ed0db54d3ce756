"""Web Mercator as Leaflet reckons it: a map drawn here and one drawn in the browser show the same at the same zoom."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import atan, exp, floor, log, log2, pi, radians, tan

Position = tuple[float, float]  # latitude, longitude in degrees
Spot = tuple[float, float]  # x to the right, y downwards, in pixels

_TILE = 256.0
_NORTHMOST = 85.0511287798  # where the square of the world ends
_STEP = 0.25  # zoomSnap of behaviours/map.js


@dataclass(frozen=True, slots=True)
class View:
    """A window of `width` × `height` pixels at `zoom`; its centre is the origin of everything drawn in it."""

    centre: Position
    zoom: float
    width: float
    height: float

    def place(self, position: Position) -> Spot:
        x, y = _world(position, self.zoom)
        origin_x, origin_y = _world(self.centre, self.zoom)
        return round(x - origin_x, 1), round(y - origin_y, 1)


@dataclass(frozen=True, slots=True)
class Room:
    """What a view has: `below`, of its height, stands what covers the map."""

    width: float
    height: float
    below: float


def view_of(positions: Iterable[Position], room: Room, *, pad: float, closest: float) -> View:
    """The closest view in which all positions (at least one) lie free, with `pad` of their extent around them."""
    lats, lons = zip(*positions, strict=True)
    south, north, west, east = min(lats), max(lats), min(lons), max(lons)
    tall, wide = pad * (north - south), pad * (east - west)
    left, top = _world((north + tall, west - wide), 0)
    right, bottom = _world((south - tall, east + wide), 0)
    needs = ((room.width, right - left), (room.height - room.below, bottom - top))
    scale = min((there / need for there, need in needs if need), default=2**closest)
    zoom = min(closest, floor(log2(scale) / _STEP) * _STEP)
    middle = (top + bottom) / 2 + room.below / 2 / 2**zoom
    return View(_position((left + right) / 2, middle), zoom, room.width, room.height)


def _world(position: Position, zoom: float) -> Spot:
    lat = max(-_NORTHMOST, min(_NORTHMOST, position[0]))
    side = _TILE * 2**zoom
    return side * (position[1] + 180) / 360, side * (0.5 - log(tan(pi / 4 + radians(lat) / 2)) / (2 * pi))


def _position(x: float, y: float) -> Position:
    """From the world at zoom 0."""
    lat = (2 * atan(exp((0.5 - y / _TILE) * 2 * pi)) - pi / 2) * 180 / pi
    return lat, x / _TILE * 360 - 180
