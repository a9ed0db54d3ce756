"""The sketches and key places of the invented townships."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from backend.demo.ids import demo_id
from backend.demo.organisation import township_id
from backend.foundation.database import batch
from backend.office.places.commands import draw_sketch

HERE = Path(__file__).parent
SKETCHES = HERE / "sketches"
_PLACE = (
    "INSERT INTO places (id, township, name, kind, lat, lon, radius_m, busy, market_days, active) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@cache
def key_places() -> dict[str, list[dict[str, Any]]]:
    """Township code → its key places as places.toml tells them; to be read only."""
    return tomllib.loads((HERE / "places.toml").read_text(encoding="utf-8"))


def sketch_features(township: str) -> list[dict[str, Any]]:
    """The GeoJSON features of one township's sketch."""
    collection = msgspec.json.decode((SKETCHES / f"{township}.geojson").read_bytes())
    features: list[dict[str, Any]] = collection["features"]
    return features


async def draw() -> None:
    """Store every sketch and its key places."""
    for code, places in key_places().items():
        geojson = (SKETCHES / f"{code}.geojson").read_text(encoding="utf-8")
        await draw_sketch(township_id(code), geojson, "演示用，虚构")
        await batch([(_PLACE, _values(code, place)) for place in places])


def _values(code: str, place: dict[str, Any]) -> tuple[Any, ...]:
    lat, lon = place["at"]
    return (
        demo_id("place", code, place["name"]),
        township_id(code),
        place["name"],
        place["kind"],
        lat,
        lon,
        place["radius_m"],
        place["busy"],
        place.get("market_days", ""),
        True,
    )
