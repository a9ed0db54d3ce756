"""GET /api/v1/deadlines: every clock the caller may see, what is due first."""

from typing import Any

import pytest

from tests.desk.deadlines.conftest import Run
from tests.rig.cast import Cast


async def told(cast: Cast, who: str, **asked: Any) -> dict[str, Any]:
    answer = await (await cast.script(who)).get("/api/v1/deadlines", params=asked)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


@pytest.fixture
async def four(run: Run) -> None:
    await run("甲案", "sfz", "cgj", "2026-11-20T09:00", who="duiyuan")
    await run("乙案", "sfz", "cgj", "2026-11-19T09:00")
    await run("丙案", "sfz", "cgj", "2026-11-16T09:00")
    await run("丁案", "cgj", "sfz", "2026-11-12T09:00")


async def test_it_answers_each_clock_with_its_record(four: None, cast: Cast) -> None:
    body = await told(cast, "duiyuan")
    assert [item["title"] for item in body["items"]] == ["丁案", "丙案", "乙案", "甲案"]
    last = body["items"][-1]
    assert (last["rule"], last["due"], last["state"]) == (
        "handoff.transfer",
        "2026-11-25T23:59:59+08:00",
        "running",
    )
    assert last["record"]["kind"] == "handoff"
    assert last["url"] == f"/handoffs/{last['record']['id']}"
    assert [day["date"] for day in last["trace"] if day["counted"]] == [
        "2026-11-23",
        "2026-11-24",
        "2026-11-25",
    ]


@pytest.mark.parametrize(
    ("state", "titles"), [("running", ["甲案"]), ("due_soon", ["乙案"]), ("overdue", ["丁案", "丙案"])]
)
async def test_a_state_narrows_it(four: None, cast: Cast, state: str, titles: list[str]) -> None:
    body = await told(cast, "lingdao", state=state)
    assert [item["title"] for item in body["items"]] == titles
    assert {item["state"] for item in body["items"]} == {state}


async def test_it_goes_on_where_the_page_before_ended(four: None, cast: Cast) -> None:
    first = await told(cast, "duiyuan", limit=3)
    second = await told(cast, "duiyuan", limit=3, cursor=first["next"])
    assert [item["title"] for item in first["items"] + second["items"]] == ["丁案", "丙案", "乙案", "甲案"]
    assert second["next"] is None


async def test_a_body_gets_what_it_may_see(four: None, cast: Cast) -> None:
    assert [item["title"] for item in (await told(cast, "chengguan"))["items"]] == ["丁案"]
    assert (await told(cast, "linzhen"))["items"] == []


@pytest.mark.parametrize("asked", [{"state": "late"}, {"cursor": "x"}, {"limit": 0}, {"limit": 201}])
async def test_what_it_cannot_read_is_refused(cast: Cast, asked: dict[str, Any]) -> None:
    answer = await (await cast.script("duiyuan")).get("/api/v1/deadlines", params=asked)
    assert answer.status_code == 400
    assert answer.json()["code"] == "invalid"
