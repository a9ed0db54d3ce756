"""Findings of the same kind nearby: a hint, never a refusal. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, radians
from typing import Any

from backend.foundation.distance import along_sphere

METRES_PER_DEGREE = 111_320
MOST = 5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle around a position, somewhat larger than the radius, to narrow the search by index."""

    south: float
    north: float
    west: float
    east: float


def box(lat: float, lon: float, radius_m: float) -> Box:
    height = radius_m / METRES_PER_DEGREE * 1.01
    width = height / max(cos(radians(lat)), 0.01)
    return Box(lat - height, lat + height, lon - width, lon + width)


def nearest(
    lat: float, lon: float, radius_m: float, candidates: Iterable[Mapping[str, Any]]
) -> list[tuple[float, Mapping[str, Any]]]:
    """Those within the radius, nearest first, with their distance in metres."""
    near = [
        (metres, found)
        for found in candidates
        if (metres := along_sphere((lat, lon), (found["lat"], found["lon"]))) <= radius_m
    ]
    return sorted(near, key=lambda entry: entry[0])[:MOST]
