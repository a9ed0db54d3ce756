"""When people are warned."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.foundation.workdays import Term, Unit, calendar_for, due, next_daily, soon_from, warnings
from tests.foundation.workdays.oracle import BEIJING

# Hypothesis takes bare bounds and gives them the offset.
EARLIEST, LATEST = datetime.fromisoformat("2023-01-01"), datetime.fromisoformat("2027-06-01")


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=BEIJING)


def given_out(term: Term, start: str, region: str = "CN") -> list[tuple[str, str]]:
    return [(warn.kind, f"{warn.at:%m-%d %H:%M}") for warn in warnings(term, at(start), calendar_for(region))]


@pytest.mark.parametrize(
    ("term", "start", "region", "expected"),
    [
        (Term(5, "working_day"), "11-16T10:00", "CN",
         [("half", "11-19 08:30"), ("day_before", "11-20 08:30"), ("limit", "11-24 00:00")]),
        (Term(3, "working_day"), "09-28T10:00", "CN",
         [("day_before", "09-30 08:30"), ("limit", "10-09 00:00")]),
        (Term(3, "working_day"), "03-18T10:00", "CN-XJ",
         [("day_before", "03-23 10:00"), ("limit", "03-25 00:00")]),
        (Term(1, "working_day"), "11-16T07:00", "CN",
         [("day_before", "11-16 08:30"), ("half", "11-17 08:30"), ("limit", "11-18 00:00")]),
        (Term(1, "working_day"), "11-16T10:00", "CN", [("half", "11-17 08:30"), ("limit", "11-18 00:00")]),
        (Term(3, "calendar_day", True), "09-29T10:00", "CN",
         [("day_before", "09-30 08:30"), ("half", "10-01 08:30"), ("unrolled", "10-02 08:30"), ("limit", "10-09 00:00")]),
        (Term(24, "hour"), "09-30T17:45", "CN", [("half", "10-01 05:45"), ("limit", "10-01 17:45")]),
        (Term(90, "minute"), "11-20T23:15", "CN", [("half", "11-21 00:00"), ("limit", "11-21 00:45")]),
        (Term(None, "same_day"), "11-16T10:00", "CN", [("limit", "11-17 00:00")]),
    ],
)  # fmt: skip
def test_warnings_fall_into_working_hours(
    term: Term, start: str, region: str, expected: list[tuple[str, str]]
) -> None:
    assert given_out(term, start, region) == expected


@settings(max_examples=200, deadline=None)
@given(
    amount=st.integers(1, 60),
    unit=st.sampled_from(["working_day", "calendar_day", "hour", "minute"]),
    start=st.datetimes(EARLIEST, LATEST, timezones=st.just(BEIJING)),
)
def test_warnings_come_in_order_between_start_and_limit(amount: int, unit: Unit, start: datetime) -> None:
    term, calendar = Term(amount, unit, unit == "calendar_day"), calendar_for("CN")
    found = warnings(term, start, calendar)
    assert list(found) == sorted(found, key=lambda warn: warn.at)
    assert found[-1] == ("limit", due(term, start, calendar).late_from)
    assert [warn.kind for warn in found].count("limit") == 1
    assert all(start < warn.at < found[-1].at for warn in found[:-1])


@pytest.mark.parametrize(
    ("unit", "after", "expected"),
    [
        ("working_day", "11-25T00:00", "11-25 08:30"),
        ("working_day", "11-25T08:29:59", "11-25 08:30"),
        ("working_day", "11-25T08:30", "11-26 08:30"),
        ("working_day", "11-20T12:00", "11-23 08:30"),
        ("working_day", "09-30T12:00", "10-08 08:30"),
        ("calendar_day", "10-09T12:00", "10-10 08:30"),  # a make-up Saturday
        ("hour", "10-01T17:45", "10-02 17:45"),  # hours know no day off
    ],
)
def test_what_is_late_warns_again_every_working_day(unit: Unit, after: str, expected: str) -> None:
    warn = next_daily(Term(1, unit), at(after), calendar_for("CN"))
    assert (warn.kind, f"{warn.at:%m-%d %H:%M}") == ("daily", expected)


@pytest.mark.parametrize(
    ("term", "start", "expected"),
    [
        (Term(3, "working_day"), "11-16T10:00", "11-18 00:00"),
        (Term(1, "working_day"), "11-16T10:00", "11-16 10:00"),
        (Term(3, "working_day"), "09-28T10:00", "09-30 00:00"),
        (Term(24, "hour"), "11-16T10:00", "11-16 22:00"),
        (Term(None, "same_day"), "11-16T10:00", "11-16 10:00"),
    ],
)
def test_a_limit_is_due_soon_from_the_working_day_before(term: Term, start: str, expected: str) -> None:
    assert f"{soon_from(term, at(start), calendar_for('CN')):%m-%d %H:%M}" == expected
