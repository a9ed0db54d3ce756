"""Whether somebody is at the place of their shift, by the position their phone gives. Pure.

A fix counts as inside up to the radius of the place plus its own error: doubt is in favour of who stands there. One whose error
is larger than the township's limit proves nothing, unless it lies outside even so.
"""

from dataclasses import dataclass
from typing import Final, Literal

from backend.foundation.distance import along_ellipsoid
from backend.foundation.positions import Fix

Fence = Literal["", "inside", "outside", "weak"]
WORDS: Final[dict[str, str]] = {"inside": "在岗位", "outside": "区域外", "weak": "定位太差"}


@dataclass(frozen=True, slots=True)
class Spot:
    """The middle of a place (WGS-84) and how near counts as there."""

    lat: float
    lon: float
    radius_m: int


@dataclass(frozen=True, slots=True)
class Judged:
    """What the fence says of a position, and how far it lies from the middle; both empty where there is nothing to judge."""

    fence: Fence = ""
    distance_m: int | None = None


def fence(distance_m: float, radius_m: float, accuracy_m: float | None, *, most_accuracy_m: float) -> Fence:
    """The rule above. A fix that does not say how good it is counts as one of the worst."""
    if accuracy_m is None:
        return "weak"
    if distance_m > radius_m + accuracy_m:
        return "outside"
    return "weak" if accuracy_m > most_accuracy_m else "inside"


def judged(spot: Spot | None, fix: Fix | None, *, most_accuracy_m: float) -> Judged:
    """Of a place and what was sent. A place picked on a map is nobody's position."""
    if spot is None or fix is None or fix.source != "gps" or fix.lat is None or fix.lon is None:
        return Judged()
    distance = along_ellipsoid((spot.lat, spot.lon), (fix.lat, fix.lon))
    said = fence(distance, spot.radius_m, fix.accuracy_m, most_accuracy_m=most_accuracy_m)
    return Judged(said, round(distance))
