"""How far somebody is and which way: metres along the ellipsoid and one of eight arrows. Pure."""

from dataclasses import dataclass
from math import atan2, cos, degrees, radians, sin
from typing import Final

from backend.field.assists.rules.positions import Corner
from backend.foundation.distance import along_ellipsoid

NEAR_M: Final = 15  # no phone knows better
EIGHTHS: Final[dict[str, str]] = {
    "n": "正北",
    "ne": "东北",
    "e": "正东",
    "se": "东南",
    "s": "正南",
    "sw": "西南",
    "w": "正西",
    "nw": "西北",
}


@dataclass(frozen=True, slots=True)
class Way:
    """From one to the other."""

    distance_m: float
    eighth: str

    @property
    def words(self) -> str:
        """西南方向; closer than positions are exact there is none."""
        return "就在附近" if self.distance_m < NEAR_M else f"{EIGHTHS[self.eighth]}方向"


def way(start: Corner, goal: Corner) -> Way:
    """The direction is that in which one sets off."""
    (lat, lon), (to_lat, to_lon) = (tuple(map(radians, each)) for each in (start, goal))
    east = sin(to_lon - lon) * cos(to_lat)
    north = cos(lat) * sin(to_lat) - sin(lat) * cos(to_lat) * cos(to_lon - lon)
    eighth = round((degrees(atan2(east, north)) % 360) / 45) % len(EIGHTHS)
    return Way(along_ellipsoid(start, goal), list(EIGHTHS)[eighth])
