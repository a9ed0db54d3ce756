"""Where something is: how far a position may be trusted. Pure."""

from math import isfinite
from typing import Protocol

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
