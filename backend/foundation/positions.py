"""Where something is: how far a position may be trusted. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Protocol

from backend.foundation.refusals import Refusal

SOURCES = {"gps": "卫星定位", "map": "地图上选", "none": "没有定位"}


class Fix(Protocol):
    """A position as it was sent (WGS-84)."""

    @property
    def source(self) -> str: ...
    @property
    def lat(self) -> float | None: ...
    @property
    def lon(self) -> float | None: ...
    @property
    def accuracy_m(self) -> float | None: ...


class Positioned:
    """A record with a position in four columns of its own (WGS-84)."""

    __slots__ = ()
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    position_source: str

    @property
    def position(self) -> dict[str, Any]:
        """As the wire shows it; what PUT and PATCH call `position`."""
        return {
            "lat": self.lat,
            "lon": self.lon,
            "accuracy_m": self.accuracy_m,
            "source": self.position_source,
        }

    @property
    def spot(self) -> tuple[float, float] | None:
        """Latitude and longitude, where a position is known."""
        return (self.lat, self.lon) if self.lat is not None and self.lon is not None else None

    @property
    def place_words(self) -> str:
        """卫星定位 ±8米 · 24.16330, 102.39040（WGS-84）"""
        return place_words(self.position_source, self.lat, self.lon, self.accuracy_m)


def point(spot: tuple[float, float], properties: dict[str, Any]) -> dict[str, Any]:
    """A place as GeoJSON (RFC 7946, WGS-84): the longitude comes first there."""
    lat, lon = spot
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
    }


def on_map(kind: str, placed: Positioned) -> dict[str, Any]:
    """Where one record is, for its map: one point, none where no position is known."""
    features = [point(placed.spot, {"kind": kind, "number": 1})] if placed.spot else []
    return {"type": "FeatureCollection", "features": features}


def whole(position: Fix) -> None:
    """Refuse half a position, one without a source, and a source without a position."""
    if (position.lat is None) != (position.lon is None):
        raise Refusal("invalid", fields={"position": "经度、纬度要一起给"})
    if (position.lat is None) != (position.source == "none"):
        raise Refusal("invalid", fields={"position": "有来源就要有经纬度，没有定位写 none"})


def on_earth(lat: float, lon: float) -> None:
    """Refuse degrees no place has, infinite ones and those that are no number."""
    beyond = {
        name: f"从-{most}到{most}"
        for name, degrees, most in (("lat", lat, 90), ("lon", lon, 180))
        if not isfinite(degrees) or abs(degrees) > most
    }
    if beyond:
        raise Refusal("invalid", fields=beyond)


def position_marks(
    source: str, accuracy_m: float | None, far_reason: str, *, warn_m: int, reason_m: int
) -> list[str]:
    """`position_none`, `position_picked`, `position_weak` above `warn_m`, `position_unexplained` above `reason_m`
    without a reason. Nothing here is refused: the spot is worth more than its accuracy."""
    if source != "gps":
        return ["position_none"] if source == "none" else ["position_picked"]
    if accuracy_m is None or accuracy_m <= warn_m:
        return []
    unexplained = accuracy_m > reason_m and not far_reason
    return ["position_weak", "position_unexplained"] if unexplained else ["position_weak"]


def place_words(source: str, lat: float | None, lon: float | None, accuracy_m: float | None) -> str:
    """卫星定位 ±8米 · 24.16330, 102.39040（WGS-84）"""
    if lat is None or lon is None:
        return SOURCES["none"]
    error = f" ±{round(accuracy_m)}米" if accuracy_m is not None else ""
    return f"{SOURCES[source]}{error} · {lat:.5f}, {lon:.5f}（WGS-84）"


LOOKING = "正在定位，最多等20秒"
# How a form reads the inputs of a position.
_READ_AS = {"lat": "number", "lon": "number", "accuracy_m": "number", "source": ""}


@dataclass(frozen=True, slots=True)
class PlaceField:
    """Where something is, in a form: what it says and its hidden inputs as (name, value, read as). `looks`: the phone is
    asked for its position while the form is read."""

    words: str
    inputs: list[tuple[str, Any, str]]
    looks: bool


def place_field(position: Mapping[str, Any], *, looks: bool | None = None) -> PlaceField:
    """With a position as the wire shows it (empty: none); unless told otherwise the phone looks where none is known."""
    known = {"source": "none"} | {name: value for name, value in position.items() if value is not None}
    inputs = [(f"position.{name}", known.get(name, ""), kind) for name, kind in _READ_AS.items()]
    if looks is None:
        looks = "lat" not in known
    place = (known.get("lat"), known.get("lon"), known.get("accuracy_m"))
    return PlaceField(LOOKING if looks else place_words(known["source"], *place), inputs, looks)
