from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.desk.ledger.lines import Line, ahead, by_day, line
from backend.foundation.preferences import in_force

NOON = datetime.fromisoformat("2026-11-20T12:00:00+08:00")


def row(**changes: Any) -> dict[str, Any]:
    """A filed patrol of two units this morning."""
    return {
        "id": UUID(int=1), "title": "集镇联合巡查", "planned_from": None, "started_at": NOON - timedelta(hours=2),
        "ended_at": NOON - timedelta(hours=1), "cancelled_at": None, "filed_at": NOON, "paused_at": None,
        "unit_names": "综合行政执法队、派出所", "unit_count": 2, "finding_count": 3, "length_m": 3200.0, "review": "none",
        "sort_at": NOON - timedelta(hours=2), **changes,
    }  # fmt: skip


def of(**changes: Any) -> Line:
    return line(row(**changes), in_force([]), NOON)


@pytest.mark.parametrize(
    ("started", "ended", "planned", "time"),
    [
        ("2026-11-20T09:10", "2026-11-20T11:30", None, "09:10—11:30"),
        ("2026-11-20T09:10", None, None, "09:10 起"),
        ("2026-11-19T22:00", "2026-11-20T01:30", None, "22:00—次日01:30"),
        ("2026-11-18T22:00", "2026-11-20T01:30", None, "22:00—第3天01:30"),
        (None, None, "2026-11-21T09:10", "计划 09:10"),
        (None, None, None, "没有定时间"),
    ],
)
def test_times_are_short_and_say_when_it_went_on(
    started: str | None, ended: str | None, planned: str | None, time: str
) -> None:
    at = [datetime.fromisoformat(f"{each}+08:00") if each else None for each in (started, ended, planned)]
    assert of(started_at=at[0], ended_at=at[1], planned_from=at[2], filed_at=None).time == time


@pytest.mark.parametrize(
    ("changes", "word", "tag"),
    [
        ({}, "已备案", "done"),
        ({"review": "returned"}, "退回补正", "soon"),
        ({"review": "amended"}, "有新补记", "soon"),
        ({"review": "read"}, "已备案", "done"),
        ({"filed_at": None}, "未备案", "soon"),
        ({"filed_at": None, "ended_at": None}, "巡查中", "brand"),
        ({"filed_at": None, "ended_at": None, "paused_at": NOON}, "已暂停", "soon"),
        ({"filed_at": None, "cancelled_at": NOON}, "已取消", ""),
    ],
)
def test_the_word_says_where_it_stands(changes: dict[str, Any], word: str, tag: str) -> None:
    assert (of(**changes).word, of(**changes).tag) == (word, tag)


def test_one_unit_is_named_several_are_counted() -> None:
    assert of().units == "2个单位"
    assert of(unit_names="综合行政执法队", unit_count=1).units == "综合行政执法队"


def at(*hours: int) -> list[Line]:
    return [of(sort_at=NOON - timedelta(hours=each)) for each in hours]


def test_lines_stand_under_their_day_in_china() -> None:
    days = list(by_day(at(1, 11, 13), after=None, more=False))
    assert [(day.date.day, day.count, day.headed) for day in days] == [(20, 2, True), (19, 1, True)]


def test_a_day_that_may_go_on_is_not_counted() -> None:
    days = list(by_day(at(1, 2, 13), after=None, more=True))
    assert [day.count for day in days] == [2, None]


def test_a_day_that_went_on_is_not_headed_again() -> None:
    days = list(by_day(at(2, 13), after=NOON - timedelta(hours=1), more=False))
    assert [(day.headed, day.count) for day in days] == [(False, None), (True, 1)]


def test_no_lines_are_no_days() -> None:
    assert list(by_day([], after=None, more=False)) == []


def test_plans_lie_ahead_of_what_happened() -> None:
    plan = {"started_at": None, "ended_at": None, "filed_at": None, "planned_from": NOON + timedelta(days=1)}
    assert ahead([of(**plan), of(**plan), of(), of(**plan)]) == 2
    assert ahead([of(**plan)]) == 1
    assert ahead([of()]) == ahead([]) == 0
