"""The way to a place in the maps people have on their phones. Pure."""

from urllib.parse import quote

from backend.foundation.distance import Position
from backend.foundation.gcj02 import gcj02


def amap_link(to: Position, name: str) -> str:
    """高德 by car (https://lbs.amap.com/api/uri-api): it reckons in GCJ-02."""
    lat, lon = gcj02(to)
    return f"https://uri.amap.com/navigation?to={lon:.6f},{lat:.6f},{quote(name)}&mode=car&coordinate=gaode&callnative=1"


def geo_link(to: Position, name: str) -> str:
    """The map the phone itself has (RFC 5870, with the label Android reads)."""
    lat, lon = to
    return f"geo:{lat:.6f},{lon:.6f}?q={lat:.6f},{lon:.6f}({quote(name)})"
