"""How a limit reads: what is left, its look, its tags."""

import pytest

from backend.foundation.clocks import clock_json, shown
from backend.foundation.workdays import Term
from tests.foundation.clocks.running import a_clock, at

WORKING, NATURAL, HOURS = Term(3, "working_day"), Term(3, "calendar_day", True), Term(24, "hour")


@pytest.mark.parametrize(
    ("term", "start", "moment", "left", "look"),
    [
        (WORKING, "2026-11-20T09:10", "2026-11-20T10:00", "还剩3个工作日", ""),
        (WORKING, "2026-11-20T09:10", "2026-11-22T10:00", "还剩3个工作日", ""),
        (WORKING, "2026-11-20T09:10", "2026-11-24T00:00", "还剩1个工作日", "soon"),
        (WORKING, "2026-11-20T09:10", "2026-11-25T23:59:59.999999", "今天到期", "soon"),
        (WORKING, "2026-11-20T09:10", "2026-11-26T00:00", "已超1个工作日", "over"),
        (WORKING, "2026-11-18T09:10", "2026-11-24T23:00", "已超1个工作日", "over"),
        (WORKING, "2026-11-18T09:10", "2026-11-23T23:00", "今天到期", "soon"),
        (WORKING, "2026-11-17T09:10", "2026-11-21T08:00", "已超期", "over"),
        (WORKING, "2026-09-28T09:10", "2026-10-02T09:00", "还剩1个工作日", "soon"),
        (NATURAL, "2026-11-20T09:10", "2026-11-21T09:00", "还剩2天", "soon"),
        (NATURAL, "2026-11-20T09:10", "2026-11-26T09:00", "已超3天", "over"),
        (HOURS, "2026-11-20T09:10", "2026-11-20T10:00", "还剩23小时10分", ""),
        (HOURS, "2026-11-20T09:10", "2026-11-20T21:10", "还剩12小时", "soon"),
        (HOURS, "2026-11-20T09:10", "2026-11-21T09:09:30", "还剩不到1分钟", "soon"),
        (HOURS, "2026-11-20T09:10", "2026-11-21T09:10:00", "还剩不到1分钟", "soon"),
        (HOURS, "2026-11-20T09:10", "2026-11-21T09:40", "已超30分钟", "over"),
    ],
)
def test_what_is_left_in_the_limits_own_unit(
    term: Term, start: str, moment: str, left: str, look: str
) -> None:
    seen = shown(a_clock(term, start), at(moment))
    assert (seen.left, seen.look) == (left, look)


def test_a_far_limit_that_may_still_move_is_drawn_as_not_yet_certain() -> None:
    seen = shown(a_clock(Term(30, "working_day"), "2026-11-20T09:10"), at("2026-11-21T09:00"))
    assert (seen.look, seen.tags) == ("wait", ["暂定"])


def test_a_limit_of_no_text_is_told_apart() -> None:
    local = shown(a_clock(WORKING, "2026-11-20T09:10", origin="local"), at("2026-11-21T09:00"))
    law = shown(a_clock(NATURAL, "2026-11-20T09:10", origin="law"), at("2026-11-21T09:00"))
    principle = shown(a_clock(WORKING, "2026-11-20T09:10", strength="原则上"), at("2026-11-21T09:00"))
    assert (local.tags, law.tags, principle.tags) == (["本地约定"], ["法定"], ["原则上"])


@pytest.mark.parametrize(
    ("met", "left", "look"),
    [("2026-11-25T23:59:59.999999", "按期", "met"), ("2026-11-26T00:00", "逾期办结", "")],
)
def test_what_is_done_shows_when(met: str, left: str, look: str) -> None:
    seen = shown(a_clock(WORKING, "2026-11-20T09:10", met=met), at("2026-12-01T09:00"))
    assert (seen.left, seen.look, seen.until, seen.closed) == (left, look, at(met), True)


def test_the_api_answers_with_the_days_it_was_counted_through() -> None:
    told = clock_json(a_clock(WORKING, "2026-09-28T09:00"), at("2026-09-29T09:00"))
    assert (told["start"], told["due"]) == ("2026-09-28T09:00:00+08:00", "2026-10-08T23:59:59+08:00")
    assert (told["state"], told["owed_by"], told["met_at"]) == ("running", "sfz", None)
    assert told["trace"][0] == {"date": "2026-09-28", "counted": False, "why": "起算当日，不计"}
    assert told["trace"][3] == {"date": "2026-10-01", "counted": False, "why": "国庆节放假"}
    assert [day["date"] for day in told["trace"] if day["counted"]] == [
        "2026-09-29", "2026-09-30", "2026-10-08",
    ]  # fmt: skip
