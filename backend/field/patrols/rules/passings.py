"""Which key places (重点场所) a track came near enough to count as passed. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import cos, radians
from uuid import UUID

from backend.field.patrols.rules.track import Track
from backend.foundation.distance import along_sphere

METRES_PER_DEGREE = 111_320


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """A place and how near one must come, in metres."""

    id: UUID
    name: str
    lat: float
    lon: float
    radius_m: int


@dataclass(frozen=True, slots=True)
class Passing:
    place: KeyPlace
    at: datetime


def passed(track: Track, places: Iterable[KeyPlace]) -> list[Passing]:
    """Each place with the first moment an exact fix lay within its radius, in the order they were passed."""
    fixes = sorted(
        (point for segment in track.segments for point in segment.exact), key=lambda point: point.at
    )
    found = []
    for place in places:
        first = next((fix.at for fix in fixes if _near(fix.position, place)), None)
        if first is not None:
            found.append(Passing(place, first))
    return sorted(found, key=lambda passing: passing.at)


def _near(position: tuple[float, float], place: KeyPlace) -> bool:
    """A box first: most fixes are far from most places."""
    reach = place.radius_m / METRES_PER_DEGREE * 1.01
    lat, lon = position
    if abs(lat - place.lat) > reach or abs(lon - place.lon) * max(cos(radians(lat)), 0.01) > reach:
        return False
    return along_sphere(position, (place.lat, place.lon)) <= place.radius_m
