"""The day of the journeys."""

from datetime import date, datetime, timedelta

import pytest

from backend.demo.duty.telling import AHEAD
from backend.foundation.now import CHINA
from tests.rig.ordinary import is_market_day, is_ordinary, ordinary_morning


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-11-21", "a weekend"),
        ("2026-10-05", "a holiday"),
        ("2026-02-28", "a weekend that is worked on for a holiday, and the end of a month"),
        ("2026-11-23", "a market day"),
        ("2026-09-30", "the end of a month"),
        ("2026-12-01", "the first of a month"),
    ],
)
def test_what_is_out_of_the_ordinary_is_stepped_over(day: str, why: str) -> None:
    assert not is_ordinary(date.fromisoformat(day)), why


def test_it_is_nine_in_the_morning_after_at_the_earliest() -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=CHINA)
    assert ordinary_morning(late).isoformat() == "2026-11-24T09:00:00+08:00"


def test_it_stays_where_the_demo_knows_who_is_on_duty_also_in_the_longest_holiday() -> None:
    first = datetime(2025, 1, 1, 12, tzinfo=CHINA)
    days = [first + timedelta(days=days) for days in range(3 * 365)]
    mornings = [ordinary_morning(at) for at in days]
    assert all(
        at.date() < morning.date() <= at.date() + AHEAD for at, morning in zip(days, mornings, strict=True)
    )
    assert not any(is_market_day(morning.date()) for morning in mornings)
    holidays = [morning for morning in mornings if not is_ordinary(morning.date())]
    assert len(holidays) < 15  # in three years: the days before the longest
