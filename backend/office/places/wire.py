"""Key places as the API takes and answers them."""

from typing import Annotated, Any, Literal

import msgspec

from backend.foundation.refusals import Refusal
from backend.foundation.web.api import Position
from backend.foundation.web.bodies import Body
from backend.office.places.market import is_market_days, parts, written
from backend.office.places.rules import LEAST_RADIUS_M, MOST_RADIUS_M, RADIUS_M

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Busy = Annotated[str, msgspec.Meta(max_length=120)]
Radius = Annotated[int, msgspec.Meta(ge=LEAST_RADIUS_M, le=MOST_RADIUS_M)]
Figures = Annotated[list[Annotated[str, msgspec.Meta(pattern="^[0-9]$")]], msgspec.Meta(max_length=10)]
PlaceKind = Literal["market", "school", "crowd", "transport", "river", "yard", "village", "office", "other"]


class MarketDays(Body):
    """街天: `on` are last figures of the date (0 is 逢十), or days of the week from 1; nothing chosen is none."""

    way: Literal["lunar", "solar", "weekday"] | None = None
    on: Figures = msgspec.field(default_factory=list)


class PlaceBody(Body):
    """PUT: a key place, whole."""

    name: Name
    kind: PlaceKind
    position: Position
    radius_m: Radius = RADIUS_M
    busy: Busy | None = None
    market_days: MarketDays | None = None
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
    market_days: MarketDays | msgspec.UnsetType | None = msgspec.UNSET
    active: bool | msgspec.UnsetType = msgspec.UNSET

    def fields(self) -> dict[str, Any]:
        given = msgspec.structs.asdict(self)
        return _columns({name: value for name, value in given.items() if value is not msgspec.UNSET})


def place_json(found: dict[str, Any]) -> dict[str, Any]:
    """A row as the wire shows it."""
    plain = {name: found[name] for name in ("name", "kind", "radius_m", "busy", "active", "version")}
    way, figures = parts(found["market_days"])
    market = {"way": way, "on": figures} if way else None
    position = {"lat": found["lat"], "lon": found["lon"], "accuracy_m": None, "source": "map"}
    return {"id": str(found["id"]), **plain, "market_days": market, "position": position}


def _columns(given: dict[str, Any]) -> dict[str, Any]:
    columns: dict[str, Any] = {
        name: value.strip() if isinstance(value, str) else value for name, value in given.items()
    }
    if "busy" in columns:
        columns["busy"] = columns["busy"] or ""
    if "market_days" in columns:
        columns["market_days"] = _market_days(columns["market_days"])
    if (position := columns.pop("position", None)) is not None:
        if position.lat is None or position.lon is None:
            raise Refusal("invalid", fields={"position": "在地图上选一个位置"})
        columns |= {"lat": position.lat, "lon": position.lon}
    if columns.get("name") == "":
        raise Refusal("invalid", fields={"name": "写上场所名称"})
    return columns


def _market_days(given: MarketDays | None) -> str:
    text = written(given.way or "", given.on) if given else ""
    if not is_market_days(text):
        raise Refusal("invalid", fields={"market_days": "每周的街天选1到7"})
    return text
