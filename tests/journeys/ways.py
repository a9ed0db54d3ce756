"""Ways to walk through the demo township: a real one from a receiver's file, and one the suite makes itself."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import gpxpy
from geopy.distance import geodesic

MARKET = (24.17341, 102.40450)  # 农贸市场 of the demo township
ACCURACY_M = 8.0
STEPS = 60


@dataclass(frozen=True)
class Fix:
    """What a receiver says `after_s` seconds after the fix before; to a centimetre."""

    after_s: float
    lat: float
    lon: float
    accuracy_m: float = ACCURACY_M

    @classmethod
    def at(cls, after_s: float, lat: float, lon: float) -> "Fix":
        return cls(after_s, round(lat, 7), round(lon, 7))


def walked(folder: Path) -> list[Fix]:
    """A walk recorded elsewhere in the world at its own pace, moved so that it begins at the market."""
    track = gpxpy.parse((folder / "cerknicko-jezero.gpx").read_text())
    points = next(segment.points for each in track.tracks for segment in each.segments if segment.points)
    start, (lat, lon) = points[0], MARKET
    narrower = math.cos(math.radians(start.latitude)) / math.cos(math.radians(lat))
    times = [point.time.timestamp() for point in points if point.time]
    return [
        Fix.at(now - before, lat + point.latitude - start.latitude, lon + (point.longitude - start.longitude) * narrower)
        for before, now, point in zip([times[0], *times], times, points, strict=False)
    ]  # fmt: skip


def made() -> list[Fix]:
    """South along the river road at a walk, sixteen metres every twelve seconds, swaying as people do."""
    lat, lon = MARKET
    return [
        Fix.at(0 if step == 0 else 12, lat - step * 0.00014, lon + 0.0002 * math.sin(step / 5)) for step in range(STEPS)
    ]  # fmt: skip


def length_m(way: Sequence[Fix]) -> float:
    """Along every fix."""
    return sum(float(geodesic((a.lat, a.lon), (b.lat, b.lon)).m) for a, b in pairwise(way))
