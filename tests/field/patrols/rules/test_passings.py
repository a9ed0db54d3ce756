"""Key places a track came by."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.field.patrols.rules.passings import KeyPlace, passed
from backend.field.patrols.rules.sieve import Limits, Point
from backend.field.patrols.rules.track import assess
from tests.field.patrols.rules.people import NOON

PHONE = UUID(int=1)


def place(lat: float, radius_m: int, number: int = 1) -> KeyPlace:
    return KeyPlace(UUID(int=number), f"场所{number}", lat, 102.0, radius_m)


def northwards(count: int, accuracy_m: float = 5) -> list[Point]:
    """A fix every 30 s, each about 111 m north of the one before."""
    return [
        Point(PHONE, seq, NOON + timedelta(seconds=30 * seq), 24 + seq / 1000, 102.0, accuracy_m)
        for seq in range(count)
    ]


def names(points: list[Point], *places: KeyPlace) -> list[tuple[str, int]]:
    track = assess(points, NOON + timedelta(hours=1), (), Limits())
    return [(each.place.name, int((each.at - NOON).total_seconds())) for each in passed(track, places)]


@pytest.mark.parametrize(("radius_m", "seen"), [(54, []), (57, [("场所1", 30)])])
def test_within_its_radius_a_place_counts_from_the_first_fix(
    radius_m: int, seen: list[tuple[str, int]]
) -> None:
    assert names(northwards(5), place(24.0015, radius_m)) == seen


def test_places_come_in_the_order_they_were_passed() -> None:
    assert names(northwards(5), place(24.004, 50, 1), place(24.001, 50, 2)) == [("场所2", 30), ("场所1", 120)]


def test_an_inexact_fix_proves_nothing() -> None:
    assert names(northwards(5, accuracy_m=500), place(24.001, 50)) == []
