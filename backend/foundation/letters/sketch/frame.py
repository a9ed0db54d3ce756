"""From WGS-84 to the sheet: a local plane is exact enough for one township (error below 0.1 % over 50 km)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

Position = tuple[float, float]  # latitude, longitude in degrees
Line = Sequence[Position]
Spot = tuple[float, float]  # x to the right, y downwards, in drawing units

METRES_PER_DEGREE = 111_320.0
NARROWEST_M = 400.0  # a stand-by at one corner still shows the street it stood in
MARGIN = 0.14  # of the extent, on every side


@dataclass(frozen=True, slots=True)
class Frame:
    """A north-up window of `width` × `height` units around a centre."""

    centre: Position
    units_per_metre: float
    width: float
    height: float

    def place(self, position: Position) -> Spot:
        east = (position[1] - self.centre[1]) * METRES_PER_DEGREE * cos(radians(self.centre[0]))
        north = (position[0] - self.centre[0]) * METRES_PER_DEGREE
        return (
            round(self.width / 2 + east * self.units_per_metre, 1),
            round(self.height / 2 - north * self.units_per_metre, 1),
        )

    def holds(self, spot: Spot) -> bool:
        return 0 <= spot[0] <= self.width and 0 <= spot[1] <= self.height


def frame_around(positions: Iterable[Position], width: float, height: float) -> Frame:
    """The largest scale at which all positions (at least one) lie inside with a margin."""
    lats, lons = zip(*positions, strict=True)
    south, north, west, east = min(lats), max(lats), min(lons), max(lons)
    centre = ((south + north) / 2, (west + east) / 2)
    tall = (north - south) * METRES_PER_DEGREE
    wide = (east - west) * METRES_PER_DEGREE * cos(radians(centre[0]))
    units_per_metre = min(
        width / max(wide * (1 + 2 * MARGIN), NARROWEST_M), height / max(tall * (1 + 2 * MARGIN), NARROWEST_M)
    )
    return Frame(centre, units_per_metre, width, height)
