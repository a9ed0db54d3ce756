"""Windows of recurring duties, by natural periods."""

from datetime import date, datetime

import pytest

from backend.foundation.workdays import Period, calendar_for, window
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
