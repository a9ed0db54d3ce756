"""Calls as GeoJSON: where somebody waits, the track that led there, who is under way."""

from collections.abc import Iterable
from typing import Any

from backend.field.assists.card import corner_of
from backend.field.assists.queries.listed import Line
from backend.field.assists.queries.sheet import Sheet
from backend.field.assists.rules.assist import Assist
from backend.field.assists.rules.positions import USELESS
from backend.field.assists.rules.states import state_words
from backend.foundation.web.api import iso

Feature = dict[str, Any]


def open_features(lines: Iterable[Line]) -> list[Feature]:
    """Those whose position leads somewhere."""
    return [feature for line in lines if (feature := _call(line.assist, line.name)) is not None]


def features_of(found: Sheet) -> list[Feature]:
    """The track in one stretch, then the call, then each responder's last place."""
    assist = found.called.assist
    call = _call(assist, found.people[assist.raised_by]["name"])
    return [*_track(found), *([call] if call else []), *_responders(found)]


def _call(assist: Assist, name: str) -> Feature | None:
    corner = corner_of(assist)
    if corner is None:
        return None
    told = {
        "kind": "call",
        "id": str(assist.id),
        "name": name,
        "state": state_words(assist),
        "exercise": assist.exercise,
    }
    return _point(corner[0], corner[1], told)


def _track(found: Sheet) -> list[Feature]:
    if len(found.track) < 2:  # noqa: PLR2004 — a line has two ends
        return []
    line = [[entry["lon"], entry["lat"]] for entry in found.track]
    times = [iso(entry["at"]) for entry in found.track]
    geometry = {"type": "LineString", "coordinates": [[round(part, 7) for part in place] for place in line]}
    return [
        {
            "type": "Feature",
            "properties": {"kind": "track", "device": "", "times": times},
            "geometry": geometry,
        }
    ]


def _responders(found: Sheet) -> list[Feature]:
    under_way = [
        (each, found.where[each.officer])
        for each in found.called.responses
        if each.officer in found.where and each.active
    ]
    return [
        _point(where["lat"], where["lon"], {"kind": "responder", "name": each.name, "at": iso(where["at"])})
        for each, where in under_way
        if where["lat"] is not None and USELESS.isdisjoint(where["marks"])
    ]


def _point(lat: float, lon: float, properties: dict[str, Any]) -> Feature:
    geometry = {"type": "Point", "coordinates": [round(lon, 7), round(lat, 7)]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}
