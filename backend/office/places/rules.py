"""What a key place (重点场所) may be, and what lies within a township. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

Corner = tuple[float, float]  # latitude, longitude

KINDS = {
    "market": "集市街天",
    "school": "学校",
    "crowd": "人员密集",
    "transport": "车站路口",
    "river": "河道桥梁",
    "yard": "料场工地",
    "village": "村寨",
    "office": "机关单位",
    "other": "其他",
}
LEAST_RADIUS_M, MOST_RADIUS_M = 10, 2000
RADIUS_M = 80


def boundary(sketch: Mapping[str, Any]) -> list[Corner]:
    """The corners of the township's outline in its sketch (GeoJSON); empty where none is drawn."""
    for feature in sketch.get("features", ()):
        if feature["properties"].get("kind") == "boundary" and feature["geometry"]["type"] == "Polygon":
            return [(lat, lon) for lon, lat, *_ in feature["geometry"]["coordinates"][0]]
    return []


def holds(corners: Sequence[Corner], spot: Corner) -> bool:
    """Whether the outline goes around the spot: a line to the east crosses it an odd number of times."""
    lat, lon = spot
    inside = False
    for (lat1, lon1), (lat2, lon2) in zip(corners, [*corners[1:], *corners[:1]], strict=True):
        if (lat1 > lat) != (lat2 > lat) and lon < (lon2 - lon1) * (lat - lat1) / (lat2 - lat1) + lon1:
            inside = not inside
    return inside
