"""Where something was found: how far a position may be trusted. Pure."""

from typing import Protocol

from backend.foundation.refusals import Refusal


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
