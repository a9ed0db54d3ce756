"""More than a hundred ways to send it wrong: each is refused with a code, none changes a row."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.field.street import Street, count, finding_body, patrol_body
from tests.field.wrong import BYTES, FINDINGS, PATROLS

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


@pytest.mark.parametrize(("content", "media_type", "status", "code"), BYTES)
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
    asked: list[tuple[str, str, Any]] = [
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
    assert len(PATROLS) + len(FINDINGS) + len(BYTES) > 100
