"""More than a hundred ways to send it wrong: each is refused with a code, none changes a row."""

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.field.street import Street, ago, count, finding_body, patrol_body

TABLES = (
    "patrols",
    "crew",
    "findings",
    "track_points",
    "events",
    "receipts",
    "addenda",
    "pauses",
    "attendances",
)
LONG = "长" * 5001
DEEP = b"[" * 20_000 + b"]" * 20_000


def without(body: dict[str, Any], field: str) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name != field}


PATROLS: list[tuple[Any, int, str]] = [
    *((without(patrol_body(), field), 400, "invalid") for field in ("kind", "title", "crew", "started_at")),
    *((patrol_body() | {"kind": kind}, 400, "invalid") for kind in ("walk", "", 1, None, ["joint"], {})),
    *(
        (patrol_body() | {"title": title}, 400, "invalid")
        for title in ("", "长" * 121, 7, None, True, "\x00")
    ),
    *((patrol_body() | {"planned_route": route}, 400, "invalid") for route in ("长" * 2001, 7, ["河堤"])),
    *((patrol_body() | {"summary": summary}, 400, "invalid") for summary in (LONG, 7, {})),
    *(
        (patrol_body() | {"crew": crew}, 400, "invalid")
        for crew in ("duiyuan", [1], ["长" * 41], ["x"] * 61, [""], [None])
    ),
    (patrol_body() | {"crew": []}, 422, "crew_needed"),
    (patrol_body() | {"crew": ["duiyuan", "minjing", "' OR 1=1 --"]}, 422, "crew_unknown"),
    *(
        (patrol_body() | {"started_at": at}, 400, "invalid")
        for at in (
            "now",
            "2026-11-20",
            "2026-11-20T10:00:00",
            "2026-13-40T10:00:00+08:00",
            "0001-01-01T00:00:00+08:00",
            "9999-12-31T23:59:59-08:00",
            1763600000,
            [],
        )
    ),
    *(
        (patrol_body() | {"started_at": ago(**span)}, 422, "time_in_future")
        for span in ({"minutes": -6}, {"days": -400})
    ),
    (patrol_body(ended_at=ago(minutes=-6)), 422, "time_in_future"),
    (patrol_body(ended_at=ago(hours=3)), 422, "times_crossed"),
    (patrol_body(started_at=None, planned_from=ago(), ended_at=ago()), 422, "times_crossed"),
    (patrol_body(planned_from=ago(), planned_until=ago(hours=1)), 422, "times_crossed"),
    (patrol_body() | {"made_at": "yesterday"}, 400, "invalid"),
    *(
        (patrol_body() | {field: 1}, 400, "unknown_field")
        for field in ("id", "number", "state", "filed_at", "version")
    ),
    *(((plain), 400, "invalid") for plain in ([], "patrol", 7, None, True)),
]

FINDINGS: list[tuple[Any, int, str]] = [
    *(
        (without(finding_body(), field), 400, "invalid")
        for field in ("category", "found_at", "position", "facts", "disposition")
    ),
    *((finding_body() | {"category": word}, 400, "invalid") for word in ("", "长" * 41, 7, None, "\x00")),
    *((finding_body() | {"facts": facts}, 400, "invalid") for facts in ("", " \n", LONG, 7, None, "\x00")),
    *((finding_body() | {"disposition": word}, 400, "invalid") for word in ("", "arrested", 7, None)),
    *((finding_body() | {"ongoing": flag}, 400, "invalid") for flag in ("true", 1, None)),
    *((finding_body() | {"address": text}, 400, "invalid") for text in ("长" * 201, 7)),
    *((finding_body() | {"matter_code": text}, 400, "invalid") for text in ("长" * 41, 7)),
    *(
        (finding_body() | {"recheck_on": day}, 400, "invalid")
        for day in ("tomorrow", "2026-02-30", "2026-11-19", 7)
    ),
    *((finding_body() | {"acting": names}, 400, "invalid") for names in ("duiyuan", [7], ["x"] * 11)),
    *(
        (finding_body() | {"party": party}, 400, "invalid")
        for party in ("赵喆", {"name": "长" * 61}, {"age": "17"}, {"kind": "dog"}, {"contact": 7})
    ),
    (finding_body() | {"party": {"religion": "x"}}, 400, "unknown_field"),
    *(
        (finding_body() | {"position": position}, 400, "invalid")
        for position in (
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
        )
    ),
    (finding_body() | {"position": {"altitude": 7}}, 400, "unknown_field"),
    (finding_body(found_at=ago(minutes=-6)), 422, "time_in_future"),
    (finding_body() | {"found_at": "noon"}, 400, "invalid"),
    (finding_body() | {"number": 1}, 400, "unknown_field"),
]

RAW: list[tuple[bytes, str, int, str]] = [
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


async def rows_by_table() -> dict[str, int]:
    return {table: await count(table) for table in TABLES}


def refused(answer: httpx.Response, status: int, code: str) -> None:
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["title"]


async def test_patrols_sent_wrong(street: Street) -> None:
    before = await rows_by_table()
    for body, status, code in PATROLS:
        refused(await street.put("duiyuan", f"/patrols/{uuid4()}", body), status, code)
    assert await rows_by_table() == before


async def test_findings_sent_wrong(street: Street) -> None:
    patrol_id = await street.patrol()
    before = await rows_by_table()
    for body, status, code in FINDINGS:
        refused(await street.put("duiyuan", f"/patrols/{patrol_id}/findings/{uuid4()}", body), status, code)
    assert await rows_by_table() == before


@pytest.mark.parametrize(("content", "media_type", "status", "code"), RAW)
async def test_bodies_that_are_no_body(
    street: Street, content: bytes, media_type: str, status: int, code: str
) -> None:
    before = await rows_by_table()
    client = await street.cast.script("duiyuan")
    headers = {"Content-Type": media_type}
    refused(await client.put(f"/api/v1/patrols/{uuid4()}", content=content, headers=headers), status, code)
    assert await rows_by_table() == before


@pytest.mark.parametrize(
    "path", ["/patrols/7", "/patrols/not-a-uuid", "/patrols/7/findings/8", "/patrols/7/end"]
)
async def test_ids_that_are_no_ids(street: Street, path: str) -> None:
    for method in ("GET", "PUT", "PATCH", "POST"):
        answer = await street.ask("duiyuan", method, path, patrol_body())
        assert answer.status_code in (404, 405)


@pytest.mark.parametrize("headers", [{"Idempotency_Key": "7"}, {"Idempotency_Key": ""}])
async def test_a_key_that_is_no_uuid(street: Street, headers: dict[str, str]) -> None:
    patrol_id = await street.patrol()
    refused(
        await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": "甲"}, **headers), 400, "invalid"
    )


async def test_records_of_another_township_are_not_there(street: Street) -> None:
    patrol_id = await street.ended()
    finding_id = await street.finding(patrol_id)
    before = await rows_by_table()
    own = f"/patrols/{patrol_id}"
    asked = [
        ("GET", own, None),
        ("GET", f"{own}.gpx", None),
        ("GET", f"{own}/findings", None),
        ("GET", f"{own}/findings/{finding_id}", None),
        ("PATCH", own, {"title": "甲"}),
        ("PATCH", f"{own}/findings/{finding_id}", {"facts": "甲"}),
        ("DELETE", f"{own}/findings/{finding_id}", None),
        ("PUT", f"{own}/findings/{uuid4()}", finding_body()),
        ("POST", f"{own}/track", {"points": []}),
        *(("POST", f"{own}/{noun}", {}) for noun in ("start", "resumption", "end", "filing", "attendance")),
    ]
    for method, path, body in asked:
        refused(await street.ask("linzhen", method, path, body), 404, "not_found")
    assert await rows_by_table() == before


async def test_nobody_signed_in_is_nobody(street: Street) -> None:
    client = await street.cast.nobody()
    answer = await client.put(f"/api/v1/patrols/{uuid4()}", json=patrol_body())
    refused(answer, 401, "not_signed_in")


async def test_a_session_without_its_token_writes_nothing(street: Street) -> None:
    client = await street.cast.browser("duiyuan")
    del client.headers["X-CSRFToken"]
    answer = await client.put(f"/api/v1/patrols/{uuid4()}", json=patrol_body())
    refused(answer, 403, "csrf")
    assert await count("patrols") == 0


def test_there_are_more_than_a_hundred_of_them() -> None:
    assert len(PATROLS) + len(FINDINGS) + len(RAW) > 100
