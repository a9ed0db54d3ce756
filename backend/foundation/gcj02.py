"""WGS-84 as it is stored, GCJ-02 as maps published in China draw it: some 500 m apart. Pure; only for what leaves to such a map.

The published approximation (Krasovsky ellipsoid), the same the browser's maps use; outside China nothing is shifted.
"""

from math import cos, pi, sin, sqrt
from typing import Final

from backend.foundation.distance import Position

_AXIS: Final = 6378245.0
_FLATNESS: Final = 0.006693421622965823
_CENTRE: Final = (35.0, 105.0)
_SOUTH, _NORTH, _WEST, _EAST = 0.8293, 55.8271, 72.004, 137.8347


def gcj02(position: Position) -> Position:
    """The same place in GCJ-02, to about a metre."""
    lat, lon = position
    if not (_SOUTH <= lat <= _NORTH and _WEST <= lon <= _EAST):
        return position
    y, x = lat - _CENTRE[0], lon - _CENTRE[1]
    radians = lat / 180 * pi
    magic = 1 - _FLATNESS * sin(radians) ** 2
    north = (_AXIS * (1 - _FLATNESS)) / (magic * sqrt(magic)) * pi
    east = _AXIS / sqrt(magic) * cos(radians) * pi
    return lat + _northing(x, y) * 180 / north, lon + _easting(x, y) * 180 / east


def _northing(x: float, y: float) -> float:
    """Metres to the north."""
    metres = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    return metres + _waves(x) + _long_waves(y, 160, 320, 30)


def _easting(x: float, y: float) -> float:
    """Metres to the east."""
    metres = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    return (
        metres
        + _waves(x)
        + (20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3
        + (150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    )


def _waves(x: float) -> float:
    return (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3


def _long_waves(y: float, long: float, longest: float, width: float) -> float:
    short = (20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3
    return short + (long * sin(y / 12 * pi) + longest * sin(y / width * pi)) * 2 / 3
