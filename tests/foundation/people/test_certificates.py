"""执法证: on which day it stands how, both sides of every limit."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from backend.foundation.people.certificates import SOON_DAYS, Certificate, may_count, span

FIRST, LAST = date(2025, 3, 1), date(2027, 2, 28)
BEGINS, ENDS = span(FIRST, LAST)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00")


def certificate(suspended_at: datetime | None = None) -> Certificate:
    return Certificate(UUID(int=1), "SF-0417-2201", "省司法厅", BEGINS, ENDS, suspended_at, "未参加培训")


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2025-02-28T23:59:59.999999", "not_yet"),
        ("2025-03-01T00:00:00", "valid"),
        ("2026-11-29T23:59:59", "valid"),
        ("2026-11-30T00:00:00", "soon"),
        ("2027-02-28T23:59:59.999999", "soon"),
        ("2027-03-01T00:00:00", "expired"),
    ],
)
def test_it_counts_from_the_first_moment_of_its_first_day_to_the_last_of_its_last(
    moment: str, state: str
) -> None:
    assert certificate().state(at(moment)) == state


def test_a_suspension_counts_from_its_own_moment_on() -> None:
    suspended = certificate(at("2026-11-23T09:10:00"))
    assert suspended.state(at("2026-11-23T09:09:59")) == "valid"
    assert suspended.state(at("2026-11-23T09:10:00")) == "suspended"


def test_days_left_are_days_of_the_calendar_at_eight_hours_east() -> None:
    assert certificate().days_left(at("2027-02-28T00:00:00")) == 0
    assert certificate().days_left(at("2027-02-27T23:59:59")) == 1
    assert certificate().days_left(at("2027-03-01T00:00:00")) == -1
    assert certificate().days_left(ENDS - timedelta(days=SOON_DAYS)) == SOON_DAYS


@pytest.mark.parametrize(
    ("roles", "counts"),
    [
        ({"officer"}, True),
        ({"officer", "auxiliary"}, True),
        ({"station"}, True),
        ({"auxiliary"}, False),
        ({"police", "police_chief"}, False),
        (set(), False),
    ],
)
def test_police_and_auxiliaries_never_count(roles: set[str], counts: bool) -> None:
    assert may_count(frozenset(roles)) is counts
