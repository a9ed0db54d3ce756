"""Bodies nobody should accept, with the status and code each is refused with."""

import json
from typing import Any

from tests.field.street import ago, finding_body, patrol_body

Case = tuple[Any, int, str]

LONG = "长" * 5001
DEEP = b"[" * 20_000 + b"]" * 20_000

# For each field, values it does not take.
_PATROL_FIELDS: dict[str, list[Any]] = {
    "kind": ["walk", "", 1, None, ["joint"], {}],
    "title": ["", "长" * 121, 7, None, True, "\x00"],
    "planned_route": ["长" * 2001, 7, ["河堤"]],
    "summary": [LONG, 7, {}],
    "crew": ["duiyuan", [1], ["长" * 41], ["x"] * 61, [""], [None]],
    "started_at": [
        "now",
        "2026-11-20",
        "2026-11-20T10:00:00",
        "2026-13-40T10:00:00+08:00",
        "0001-01-01T00:00:00+08:00",
        "9999-12-31T23:59:59-08:00",
        1763600000,
        [],
    ],
    "made_at": ["yesterday"],
}
_FINDING_FIELDS: dict[str, list[Any]] = {
    "category": ["", "长" * 41, 7, None, "\x00"],
    "facts": ["", " \n", LONG, 7, None, "\x00"],
    "disposition": ["", "arrested", 7, None],
    "ongoing": ["true", 1, None],
    "address": ["长" * 201, 7],
    "matter_code": ["长" * 41, 7],
    "recheck_on": ["tomorrow", "2026-02-30", "2026-11-19", 7],
    "acting": ["duiyuan", [7], ["x"] * 11],
    "party": ["赵喆", {"name": "长" * 61}, {"age": "17"}, {"kind": "dog"}, {"contact": 7}],
    "found_at": ["noon"],
    "position": [
        None,
        [24.1, 102.3],
        {"lat": 90.0001, "lon": 0, "source": "gps"},
        {"lat": -91, "lon": 0, "source": "gps"},
        {"lat": 0, "lon": 180.0001, "source": "gps"},
        {"lat": "24", "lon": 102, "source": "gps"},
        {"lat": 24, "source": "gps"},
        {"source": "gps"},
        {"lat": 24, "lon": 102},
        {"lat": 24, "lon": 102, "source": "radio"},
        {"lat": 24, "lon": 102, "source": "gps", "accuracy_m": -1},
        {"lat": 24, "lon": 102, "source": "gps", "accuracy_m": 1e9},
    ],
}


def _fields(body: dict[str, Any], wrong: dict[str, list[Any]]) -> list[Case]:
    return [(body | {field: value}, 400, "invalid") for field, values in wrong.items() for value in values]


def _missing(body: dict[str, Any], *fields: str) -> list[Case]:
    return [({name: body[name] for name in body if name != field}, 400, "invalid") for field in fields]


def _unknown(body: dict[str, Any], *fields: str) -> list[Case]:
    return [(body | {field: 1}, 400, "unknown_field") for field in fields]


PATROLS: list[Case] = [
    *_fields(patrol_body(), _PATROL_FIELDS),
    *_missing(patrol_body(), "kind", "title", "crew", "started_at"),
    *_unknown(patrol_body(), "id", "number", "state", "filed_at", "version"),
    ([], 400, "invalid"),
    ("patrol", 400, "invalid"),
    (7, 400, "invalid"),
    (None, 400, "invalid"),
    (patrol_body(crew=[]), 422, "crew_needed"),
    (patrol_body(crew=["duiyuan", "minjing", "' OR 1=1 --"]), 422, "crew_unknown"),
    (patrol_body(started_at=ago(minutes=-6)), 422, "time_in_future"),
    (patrol_body(started_at=ago(days=-400)), 422, "time_in_future"),
    (patrol_body(ended_at=ago(minutes=-6)), 422, "time_in_future"),
    (patrol_body(ended_at=ago(hours=3)), 422, "times_crossed"),
    (patrol_body(started_at=None, planned_from=ago(), ended_at=ago()), 422, "times_crossed"),
    (patrol_body(planned_from=ago(), planned_until=ago(hours=1)), 422, "times_crossed"),
]

FINDINGS: list[Case] = [
    *_fields(finding_body(), _FINDING_FIELDS),
    *_missing(finding_body(), "category", "found_at", "position", "facts", "disposition"),
    *_unknown(finding_body(), "number", "id"),
    (finding_body(party={"religion": "x"}), 400, "unknown_field"),
    (finding_body(position={"altitude": 7}), 400, "unknown_field"),
    (finding_body(found_at=ago(minutes=-6)), 422, "time_in_future"),
]

# Bytes and the media type they are said to be.
BYTES: list[tuple[bytes, str, int, str]] = [
    (b'{"kind": "joint", "title": "\xff\xfe"}', "application/json", 400, "invalid_json"),
    (b'{"kind": "joint"', "application/json", 400, "invalid_json"),
    (b'{"title": NaN}', "application/json", 400, "invalid_json"),
    (b'{"title": "\\ud800"}', "application/json", 400, "invalid_json"),
    (b"kind=joint", "application/json", 400, "invalid_json"),
    (DEEP, "application/json", 400, "invalid"),
    (b"", "application/json", 400, "invalid"),
    (b"kind=joint", "application/x-www-form-urlencoded", 415, "media_type"),
    (b"<patrol/>", "text/xml", 415, "media_type"),
    (json.dumps(patrol_body()).encode(), "text/plain", 415, "media_type"),
    (b'{"summary": "' + b"x" * 2_000_001 + b'"}', "application/json", 413, "too_large"),
]
