"""初一 and what follows from it, held against the festivals that are written down apart."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from backend.foundation.workdays.festivals import lunar_days
from backend.foundation.workdays.lunar import lunar_day, new_moons


def test_festivals_of_every_year_lie_on_their_lunar_days() -> None:
    for spring, _, dragon, moon in lunar_days().values():
        assert [lunar_day(day) for day in (spring, dragon, moon)] == [1, 5, 15]


def test_a_lunar_month_has_29_or_30_days() -> None:
    moons = new_moons()
    assert {(after - before).days for before, after in pairwise(moons)} == {29, 30}


@pytest.mark.parametrize(("day", "lunar"), [("2026-11-08", 30), ("2026-11-09", 1), ("2026-11-22", 14)])
def test_the_day_before_a_new_moon_is_the_last_of_its_month(day: str, lunar: int) -> None:
    assert lunar_day(date.fromisoformat(day)) == lunar


def test_what_is_not_known_is_not_guessed() -> None:
    first, last = new_moons()[0], new_moons()[-1]
    for day in (first - timedelta(days=1), last + timedelta(days=30)):
        with pytest.raises(LookupError):
            lunar_day(day)
