"""How an invented patrol spends its time."""

from datetime import timedelta
from random import Random

import pytest

from backend.demo.weeks.walking import LEAST_STAY, _stays

ROUNDING = timedelta(milliseconds=1)


@pytest.mark.parametrize("left", [timedelta(minutes=6), 5 * LEAST_STAY, timedelta(hours=2)])
def test_nobody_stays_longer_than_the_patrol_lasts(left: timedelta) -> None:
    """A pause at the last stop would end after the patrol, and the demo could not be loaded on such a day."""
    for seed in range(50):
        stays = _stays(left, 5, Random(seed))
        assert min(stays) > timedelta()
        assert sum(stays, timedelta()) <= left + ROUNDING
