"""Key places as the API takes and answers them."""

from typing import Annotated, Any, Literal

import msgspec

from backend.foundation.refusals import Refusal
from backend.foundation.web.api import Position
from backend.foundation.web.bodies import Body
from backend.office.places.rules import LEAST_RADIUS_M, MOST_RADIUS_M, RADIUS_M

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Busy = Annotated[str, msgspec.Meta(max_length=120)]
Radius = Annotated[int, msgspec.Meta(ge=LEAST_RADIUS_M, le=MOST_RADIUS_M)]
PlaceKind = Literal["market", "school", "crowd", "transport", "river", "yard", "village", "office", "other"]


class PlaceBody(Body):
    """PUT: a key place, whole."""

    name: Name
    kind: PlaceKind
    position: Position
    radius_m: Radius = RADIUS_M
    busy: Busy | None = None
    active: bool = True

    def fields(self) -> dict[str, Any]:
        """As columns; refuses a place that is nowhere."""
        return _columns(msgspec.structs.asdict(self))


class PlaceChange(Body):
    """PATCH: what changes."""

    name: Name | msgspec.UnsetType = msgspec.UNSET
    kind: PlaceKind | msgspec.UnsetType = msgspec.UNSET
    position: Position | msgspec.UnsetType = msgspec.UNSET
    radius_m: Radius | msgspec.UnsetType = msgspec.UNSET
    busy: Busy | msgspec.UnsetType | None = msgspec.UNSET
    active: bool | msgspec.UnsetType = msgspec.UNSET

    def fields(self) -> dict[str, Any]:
        given = msgspec.structs.asdict(self)
        return _columns({name: value for name, value in given.items() if value is not msgspec.UNSET})


def place_json(found: dict[str, Any]) -> dict[str, Any]:
    """A row as the wire shows it."""
    plain = {name: found[name] for name in ("name", "kind", "radius_m", "busy", "active", "version")}
    position = {"lat": found["lat"], "lon": found["lon"], "accuracy_m": None, "source": "map"}
    return {"id": str(found["id"]), **plain, "position": position}


def _columns(given: dict[str, Any]) -> dict[str, Any]:
    columns: dict[str, Any] = {
        name: value.strip() if isinstance(value, str) else value for name, value in given.items()
    }
    if "busy" in columns:
        columns["busy"] = columns["busy"] or ""
    if (position := columns.pop("position", None)) is not None:
        if position.lat is None or position.lon is None:
            raise Refusal("invalid", fields={"position": "在地图上选一个位置"})
        columns |= {"lat": position.lat, "lon": position.lon}
    if columns.get("name") == "":
        raise Refusal("invalid", fields={"name": "写上场所名称"})
    return columns
