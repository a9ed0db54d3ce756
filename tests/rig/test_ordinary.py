"""The day of the journeys."""

from datetime import date, datetime, timedelta

import pytest

from backend.foundation.now import CHINA
from tests.rig.ordinary import is_ordinary, ordinary_morning


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


def test_every_day_of_three_years_has_one_near() -> None:
    first = datetime(2025, 1, 1, 12, tzinfo=CHINA)
    for days in range(3 * 365):
        at = first + timedelta(days=days)
        morning = ordinary_morning(at)
        assert is_ordinary(morning.date()), at
        assert morning - at < timedelta(days=14), at
