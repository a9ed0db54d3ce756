"""Limits against an oracle written apart, and on both sides of each of their ends."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.foundation.workdays import Term, Uncountable, Unit, amount_words, calendar_for, due, trace
from tests.foundation.workdays import oracle

REGIONS = {"CN": oracle.NATION, "CN-XJ": oracle.XINJIANG}
# Hypothesis takes bare bounds and gives them the offset.
EARLIEST, LATEST, LATEST_TRACED = (
    datetime.fromisoformat(f"{day}T00:00:00") for day in ("2023-01-01", "2026-11-01", "2028-01-01")
)
starts = st.datetimes(EARLIEST, LATEST, timezones=st.sampled_from([oracle.BEIJING, UTC]))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=oracle.BEIJING)


def ends(amount: int | None, unit: Unit, start: str, *, rolls: bool = False, region: str = "CN") -> str:
    return due(Term(amount, unit, rolls), moment(start), calendar_for(region)).at.isoformat(sep=" ")[:19]


@settings(max_examples=400, deadline=None)
@given(
    amount=st.integers(1, 40),
    unit=st.sampled_from(["working_day", "calendar_day"]),
    rolls=st.booleans(),
    start=starts,
    region=st.sampled_from(sorted(REGIONS)),
)
def test_a_limit_in_days_ends_where_walking_the_days_ends(
    amount: int, unit: Unit, rolls: bool, start: datetime, region: str
) -> None:
    if region == "CN-XJ" and start.year == 2024:  # no notice of that year was found: nothing to hold against
        return
    day = oracle.last_day(amount, unit, rolls, start, REGIONS[region])
    if day > oracle.LAST or (region == "CN-XJ" and day.year == 2024):
        return
    found = due(Term(amount, unit, rolls), start, calendar_for(region))
    assert found.at.date() == day
    assert found.late_from == oracle.first_late(day)
    assert found.late_from - found.at == timedelta(seconds=1)
    assert not found.provisional


@settings(max_examples=200, deadline=None)
@given(amount=st.integers(0, 500), start=starts)
def test_hours_run_through_everything(amount: int, start: datetime) -> None:
    found = due(Term(amount, "hour"), start, calendar_for("CN"))
    assert found.at - start == timedelta(hours=amount)
    assert found.late_from - found.at == timedelta(microseconds=1)
    assert not found.provisional


@settings(max_examples=200, deadline=None)
@given(
    amount=st.integers(0, 40),
    unit=st.sampled_from(["working_day", "calendar_day", "hour"]),
    rolls=st.booleans(),
    start=st.datetimes(EARLIEST, LATEST_TRACED, timezones=st.just(oracle.BEIJING)),
    region=st.sampled_from(sorted(REGIONS)),
)
def test_a_trace_tells_every_day_from_the_start_to_the_end(
    amount: int, unit: Unit, rolls: bool, start: datetime, region: str
) -> None:
    term, calendar = Term(amount, unit, rolls), calendar_for(region)
    end, days = due(term, start, calendar), trace(term, start, calendar)
    assert days[0].date == start.date()
    if unit != "hour" or end.at.time().isoformat() != "00:00:00":
        assert days[-1].date == end.at.date()
    assert [later.date - day.date for day, later in pairwise(days)] == [timedelta(days=1)] * (len(days) - 1)
    assert all(day.why for day in days)
    if unit != "hour" and amount:
        assert sum(day.counted for day in days) == amount
    if unit == "working_day" and amount:
        assert end.provisional == any(day.provisional for day in days)


@settings(max_examples=100, deadline=None)
@given(amount=st.integers(1, 20), start=starts)
def test_more_days_never_end_sooner(amount: int, start: datetime) -> None:
    calendar = calendar_for("CN-XJ")
    shorter, longer = (due(Term(n, "working_day"), start, calendar) for n in (amount, amount + 1))
    assert shorter.at < longer.at


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (
            "2026-09-30T23:59:59.999999",
            "2026-10-10 23:59:59",
        ),  # the start day was the last one before National Day
        ("2026-10-01T00:00:00", "2026-10-10 23:59:59"),
        ("2026-10-08T00:00:00", "2026-10-12 23:59:59"),  # one second later costs a working day
        ("2026-02-13T23:59:59.999999", "2026-02-25 23:59:59"),  # make-up Saturday 14 February is day one
        ("2026-02-14T00:00:00", "2026-02-26 23:59:59"),
        ("2025-12-31T23:59:59.999999", "2026-01-06 23:59:59"),
        ("2026-01-01T00:00:00", "2026-01-06 23:59:59"),
        ("2024-02-08T23:59:59.999999", "2024-02-19 23:59:59"),  # New Year's Eve 2024 is a working day
        ("2024-02-09T00:00:00", "2024-02-20 23:59:59"),
    ],
)
def test_three_working_days_from_both_sides_of_midnight(start: str, end: str) -> None:
    assert ends(3, "working_day", start) == end


def test_the_same_day_ends_with_itself_holiday_or_not() -> None:
    assert ends(None, "same_day", "2026-10-02T18:00:00") == "2026-10-02 23:59:59"
    assert ends(0, "calendar_day", "2026-10-02T18:00:00") == "2026-10-02 23:59:59"
    assert ends(0, "calendar_day", "2026-10-02T18:00:00", rolls=True) == "2026-10-08 23:59:59"


def test_a_moment_counts_for_the_day_it_is_in_beijing() -> None:
    utc = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)
    assert due(Term(1, "working_day"), utc, calendar_for("CN")).at.date() == date(2026, 11, 23)
    earlier = utc - timedelta(microseconds=1)
    assert due(Term(1, "working_day"), earlier, calendar_for("CN")).at.date() == date(2026, 11, 23)
    assert due(Term(2, "working_day"), earlier, calendar_for("CN")).at.date() == date(2026, 11, 24)
    assert trace(Term(1, "working_day"), utc, calendar_for("CN"))[0].date == date(2026, 11, 21)
    assert trace(Term(1, "working_day"), earlier, calendar_for("CN"))[0].date == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("amount", "unit", "start", "rolls", "provisional"),
    [
        (3, "working_day", "2026-12-28T09:00", False, False),  # ends on 31 December
        (4, "working_day", "2026-12-28T09:00", False, True),
        (
            1,
            "working_day",
            "2022-12-31T09:00",
            False,
            False,
        ),  # 2022 is not loaded, but nothing of it is counted
        (1, "working_day", "2022-12-30T09:00", False, True),
        (300, "working_day", "2025-12-31T09:00", False, True),
        (3, "calendar_day", "2026-12-28T09:00", True, False),
        (4, "calendar_day", "2026-12-28T09:00", True, True),
        (4, "calendar_day", "2026-12-28T09:00", False, False),  # nothing a notice says can move it
        (24, "hour", "2026-12-31T23:00", False, False),
    ],
)
def test_what_a_notice_to_come_may_move_is_provisional(
    amount: int, unit: Unit, start: str, rolls: bool, provisional: bool
) -> None:
    assert due(Term(amount, unit, rolls), moment(start), calendar_for("CN")).provisional is provisional


@pytest.mark.parametrize(
    ("amount", "unit"),
    [
        (None, "working_day"),
        (-1, "hour"),
        (1001, "working_day"),
        (3661, "calendar_day"),
        (527041, "minute"),
        (1, "same_day"),
    ],
)
def test_a_limit_nobody_can_count_is_refused(amount: int | None, unit: Unit) -> None:
    with pytest.raises(Uncountable):
        Term(amount, unit)


@pytest.mark.parametrize("start", ["2013-12-31T23:59:59", "2061-01-01T00:00:00", "9999-12-31T00:00:00"])
@pytest.mark.parametrize("unit", ["working_day", "calendar_day", "hour"])
def test_years_nobody_knows_are_refused(start: str, unit: Unit) -> None:
    with pytest.raises(Uncountable):
        due(Term(3, unit), moment(start), calendar_for("CN"))


def test_the_end_of_the_known_years_is_refused_too() -> None:
    with pytest.raises(Uncountable):
        due(Term(5, "working_day"), moment("2060-12-29T09:00:00"), calendar_for("CN"))


@pytest.mark.parametrize(
    ("minutes", "ends_at", "words"),
    [
        (45, "2026-10-02 18:45:00", "45分钟"),
        (60, "2026-10-02 19:00:00", "1小时"),
        (2190, "2026-10-04 06:30:00", "36小时30分钟"),
    ],
)
def test_minutes_run_to_the_minute_through_nights_and_holidays(
    minutes: int, ends_at: str, words: str
) -> None:
    assert ends(minutes, "minute", "2026-10-02T18:00:00") == ends_at
    assert amount_words(Term(minutes, "minute")) == words
