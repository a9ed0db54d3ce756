"""What happened to a key place, in words. Pure."""

from collections.abc import Mapping
from typing import Any

from backend.foundation.journal import Moment
from backend.office.places.rules import KINDS

_FIELDS = {
    "name": "名称",
    "kind": "类别",
    "lat": "位置",
    "radius_m": "范围",
    "busy": "什么时候要紧",
    "market_days": "街天",
    "active": "在用",
}


def sentence(moment: Moment) -> str:
    """One line of a place's history."""
    payload = moment.payload or {}
    if moment.kind == "place.added":
        return f"列为重点场所：{payload.get('name', '')}（{KINDS.get(payload.get('kind', ''), '')}）"
    return _changed(payload)


def _changed(payload: Mapping[str, Any]) -> str:
    if payload.get("active") is False:
        return "停用"
    if payload.get("active") is True:
        return "恢复使用"
    return f"改了{'、'.join(words for field, words in _FIELDS.items() if field in payload)}"
