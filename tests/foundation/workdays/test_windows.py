"""Windows of recurring duties, by natural periods."""

from datetime import date, datetime

import pytest

from backend.foundation.workdays import (
    Period,
    Term,
    Uncountable,
    calendar_for,
    due,
    soon_from,
    trace,
    warnings,
    window,
)
from tests.foundation.workdays.oracle import BEIJING


@pytest.mark.parametrize(
    ("period", "moment", "first", "last"),
    [
        ("month", "2026-02-28T23:59:59.999999", "2026-02-01", "2026-02-28"),
        ("month", "2026-03-01T00:00:00", "2026-03-01", "2026-03-31"),
        ("month", "2024-02-01T00:00:00", "2024-02-01", "2024-02-29"),
        ("month", "2026-12-31T23:00:00", "2026-12-01", "2026-12-31"),
        ("quarter", "2026-11-20T09:00:00", "2026-10-01", "2026-12-31"),
        ("quarter", "2026-03-31T23:59:59", "2026-01-01", "2026-03-31"),
        ("half_year", "2026-06-30T23:59:59", "2026-01-01", "2026-06-30"),
        ("half_year", "2026-07-01T00:00:00", "2026-07-01", "2026-12-31"),
        ("year", "2026-07-01T00:00:00", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_moment_lies_in_its_window(period: Period, moment: str, first: str, last: str) -> None:
    found = window(period, datetime.fromisoformat(moment).replace(tzinfo=BEIJING))
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)
    assert found.due.at.isoformat() == f"{last}T23:59:59+08:00"
    assert not found.due.provisional


def test_midnight_is_beijings() -> None:
    assert window("month", datetime.fromisoformat("2026-02-28T16:00:00+00:00")).first == date(2026, 3, 1)


LAST_WORKDAYS = "01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31"


@pytest.mark.parametrize("last", LAST_WORKDAYS.split())
def test_an_office_can_still_do_it_on_the_last_working_day(last: str) -> None:
    found = window("month", datetime(2026, int(last[:2]), 10, tzinfo=BEIJING))
    assert f"{found.last_workday(calendar_for('CN')):%m-%d}" == last


@pytest.mark.parametrize("start", ["2026-11-01T00:00", "2026-11-02T09:00", "2026-11-30T23:59:59"])
def test_a_period_ends_with_its_own_last_day_wherever_in_it_one_begins(start: str) -> None:
    term, moment = Term(None, "month"), datetime.fromisoformat(start).replace(tzinfo=BEIJING)
    found = due(term, moment, calendar_for("CN"))
    assert found.at.isoformat() == "2026-11-30T23:59:59+08:00"
    days = trace(term, moment, calendar_for("CN"))
    assert [day.number for day in days] == list(range(1, 31))
    assert (days[0].date, days[-1].date) == (date(2026, 11, 1), date(2026, 11, 30))


def test_a_period_has_no_figure() -> None:
    with pytest.raises(Uncountable):
        Term(1, "month")


def warned(period: Period, start: str) -> list[tuple[str, str]]:
    moment = datetime.fromisoformat(start).replace(tzinfo=BEIJING)
    return [
        (warn.kind, f"{warn.at:%m-%d %H:%M}")
        for warn in warnings(Term(None, period), moment, calendar_for("CN"))
    ]


def test_a_period_warns_at_half_and_before_its_end_in_working_hours() -> None:
    assert warned("month", "2026-11-01T00:00") == [
        ("half", "11-16 08:30"), ("day_before", "11-27 08:30"), ("limit", "12-01 00:00"),
    ]  # fmt: skip
    # Half of October lies after the holiday; its last day is a Saturday.
    assert warned("month", "2026-10-01T00:00") == [
        ("half", "10-16 08:30"), ("day_before", "10-30 08:30"), ("limit", "11-01 00:00"),
    ]  # fmt: skip


def test_within_a_period_it_is_due_soon_five_working_days_before_its_last_day() -> None:
    moment = datetime(2026, 11, 1, tzinfo=BEIJING)
    assert (
        soon_from(Term(None, "month"), moment, calendar_for("CN")).isoformat() == "2026-11-23T00:00:00+08:00"
    )
