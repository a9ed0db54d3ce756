"""How long help takes: real calls by unit, hour and place; drills apart, tests and false alarms not at all."""

import re
from typing import Any

import pytest

from tests.field.assists.calls import MARKET, Calls
from tests.field.street import code_of


async def answered_after(calls: Calls, seconds: float, who: str = "minjing", **changes: Any) -> str:
    assist = await calls.raised(**changes)
    calls.street.clock.later(seconds=seconds)
    await calls.do(who, assist, "acknowledgement")
    calls.street.clock.later(seconds=-seconds)
    return assist


async def read(calls: Calls, who: str = "lingdao", query: str = "") -> dict[str, Any]:
    return await calls.street.read(who, f"/assists/figures{query}")


async def test_median_and_ninetieth_percentile_are_times_that_occurred(calls: Calls) -> None:
    for seconds in (10, 20, 30, 40, 100):
        await answered_after(calls, seconds)
    total = (await read(calls))["actual"]["total"]
    assert (total["calls"], total["acknowledged"]) == (5, {"count": 5, "median": 30, "p90": 100})
    assert total["departed"] == {"count": 0, "median": None, "p90": None}


async def test_the_drawing_and_the_table_write_the_same_length_the_same(calls: Calls) -> None:
    for seconds in (102.6, 102.6):
        await answered_after(calls, seconds)
    shown = (await calls.street.page("lingdao", "/assists/figures")).text
    assert "103秒" not in shown
    assert re.search(r"ld-chart__bar.*?</td><td>1分43秒</td>", shown)
    assert '<td class="ld-table__num">1分43秒</td>' in shown
    assert "1分42秒" not in shown


async def test_drills_stand_apart_and_tests_and_false_alarms_nowhere(calls: Calls) -> None:
    await answered_after(calls, 10)
    await answered_after(calls, 90, exercise=True)
    await answered_after(calls, 90, status="test")
    false = await answered_after(calls, 90)
    await calls.do("minjing", false, "cancellation", {"reason": "误触", "false_alarm": True})
    found = await read(calls)
    assert (found["actual"]["total"]["calls"], found["actual"]["total"]["acknowledged"]["p90"]) == (1, 10)
    assert (found["exercises"]["total"]["calls"], found["exercises"]["total"]["acknowledged"]["p90"]) == (
        1,
        90,
    )


async def test_by_unit_hour_and_place(calls: Calls) -> None:
    await answered_after(calls, 10)
    await answered_after(calls, 20, who="jiaojing")
    await calls.raised(position={**MARKET, "lat": 24.15})
    found = (await read(calls))["actual"]
    assert {(each["name"], each["calls"]) for each in found["by_unit"]} == {
        ("派出所", 1),
        ("交警中队", 1),
        ("没有人接警", 1),
    }
    assert [(each["name"], each["calls"]) for each in found["by_hour"]] == [("12时", 3)]
    assert [(each["name"], each["calls"]) for each in found["by_place"]] == [("农贸市场", 2), ("其他地点", 1)]


async def test_both_days_are_included_and_no_others(calls: Calls) -> None:
    await calls.raised()
    for since, until, count in (
        ("2026-11-20", "2026-11-20", 1),
        ("2026-11-21", "2026-11-21", 0),
        ("2026-11-19", "2026-11-19", 0),
    ):
        found = await read(calls, query=f"?since={since}&until={until}")
        assert found["actual"]["total"]["calls"] == count


async def test_a_colleague_who_came_is_no_time_of_the_police(calls: Calls) -> None:
    await answered_after(calls, 10, who="duizhang")
    assert (await read(calls))["actual"]["total"]["acknowledged"]["count"] == 0


async def test_another_township_has_its_own(calls: Calls) -> None:
    await calls.raised("linzhen")
    assert (await read(calls))["actual"]["total"]["calls"] == 0


@pytest.mark.parametrize(
    "query",
    [
        "?since=gestern",
        "?since=2026-11-21&until=2026-11-20",
        "?since=2001-01-01",
        "?until=9999-12-31",
        "?since=0001-01-01&until=0001-01-02",
    ],
)
async def test_days_that_cannot_be_are_refused(calls: Calls, query: str) -> None:
    assert code_of(await calls.street.get("lingdao", f"/assists/figures{query}")) == (400, "invalid")


@pytest.mark.parametrize("who", ["duiyuan", "minjing", "guanli", "chengguan"])
async def test_others_read_no_figures(calls: Calls, who: str) -> None:
    assert code_of(await calls.street.get(who, "/assists/figures")) == (403, "not_allowed")
