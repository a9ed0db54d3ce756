"""On which days a post is manned, and what shifts a month gets from it."""

from datetime import date
from uuid import uuid4

import pytest

from backend.foundation.workdays import calendar_for
from backend.office.duty.queries.shifts import KnownShift
from backend.office.duty.rules.days import days_words, is_manned, month_before, month_days, next_month
from backend.office.duty.rules.making import begins_at, is_night, shifts_of
from backend.office.duty.rules.months import weeks
from tests.office.duty.desk import night_watch

CALENDAR = calendar_for("CN")
OCTOBER = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("days", "manned"),
    [
        ("all", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
        ("workdays", [8, 9, 10, 12]),  # the holiday until the 7th, the 10th a Saturday that is worked
        ("free_days", [1, 2, 3, 4, 5, 6, 7, 11]),
        ("weekdays:6,7", [3, 4, 10, 11]),
        ("market_days", [3, 8]),
    ],
)
def test_over_the_national_holiday_of_2026(days: str, manned: list[int]) -> None:
    found = [day.day for day in month_days(OCTOBER)[:12] if is_manned(days, day, CALENDAR, "solar:3,8")]
    assert found == manned


def test_a_post_on_market_days_of_a_place_without_any_is_never_manned() -> None:
    assert not any(is_manned("market_days", day, CALENDAR, "") for day in month_days(OCTOBER))


@pytest.mark.parametrize(
    ("days", "words"),
    [("all", "每天"), ("weekdays:1,7", "每周一、日"), ("market_days", "街天（农历逢三逢八）")],
)
def test_days_in_words(days: str, words: str) -> None:
    assert days_words(days, "lunar:3,8") == words


@pytest.mark.parametrize(
    ("month", "before", "after"),
    [
        ((2026, 12), (2026, 11), (2027, 1)),
        ((2028, 2), (2028, 1), (2028, 3)),
        ((2027, 1), (2026, 12), (2027, 2)),
    ],
)
def test_months_lie_beside_each_other(
    month: tuple[int, int], before: tuple[int, int], after: tuple[int, int]
) -> None:
    day = date(*month, 1)
    assert (month_before(day), next_month(day)) == (date(*before, 1), date(*after, 1))


def test_shifts_begin_in_the_month_and_within_the_days_of_their_post() -> None:
    post = night_watch(first_day=date(2026, 12, 30), last_day=date(2027, 1, 1))
    found = list(shifts_of({uuid4(): post}, date(2026, 12, 1), CALENDAR, {}))
    assert [each.begins_at.day for each in found] == [30, 31]
    assert found[-1].ends_at.isoformat() == "2027-01-01T08:00:00+08:00"


def test_a_post_out_of_use_makes_no_shifts() -> None:
    assert list(shifts_of({uuid4(): night_watch(active=False)}, date(2026, 12, 1), CALENDAR, {})) == []


@pytest.mark.parametrize(
    ("begins", "ends", "night"),
    [
        (18 * 60, 24 * 60 + 8 * 60, True),
        (20 * 60, 24 * 60 + 2 * 60, False),
        (20 * 60, 24 * 60 + 2 * 60 + 1, True),
        (2 * 60, 8 * 60, True),
        (2 * 60 + 1, 8 * 60, False),
        (8 * 60, 24 * 60 + 8 * 60, True),
    ],
)
def test_a_night_holds_two_o_clock(begins: int, ends: int, night: bool) -> None:
    day = date(2026, 12, 31)
    assert is_night(begins_at(day, begins), begins_at(day, ends)) is night


def test_the_month_hangs_on_the_wall_from_monday_to_sunday() -> None:
    nothing: list[KnownShift] = []
    lines = weeks(OCTOBER, CALENDAR, nothing)
    assert [len(line) for line in lines] == [7] * 5
    assert [square.day.day if square else 0 for square in lines[0]] == [0, 0, 0, 1, 2, 3, 4]
    first = lines[0][3]
    assert first is not None
    assert (first.off, "国庆节" in first.why) == (True, True)
