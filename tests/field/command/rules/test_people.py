"""Where somebody stands on the map of command."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from backend.field.command.rules.people import Place, Somebody, at_place, newest
from backend.foundation.now import CHINA

NOON = datetime(2026, 11, 20, 12, tzinfo=CHINA)
TWO_HOURS = timedelta(hours=2)


def place(minutes_ago: float) -> Place:
    return Place(24.1, 102.4, 8, NOON - timedelta(minutes=minutes_ago), "shared")


def somebody(unit: str, name: str, at: Place | None = None) -> Somebody:
    return Somebody(uuid4(), name, "", unit, unit, "自己上岗", None, at)


def test_the_latest_counts_and_none_that_is_too_old() -> None:
    assert newest([place(30), place(5), place(90)], NOON, TWO_HOURS) == place(5)
    assert newest([place(121)], NOON, TWO_HOURS) is None
    assert newest([], NOON, TWO_HOURS) is None


@pytest.mark.parametrize(("minutes", "stale"), [(10, False), (10.1, True)])
def test_after_ten_minutes_it_is_an_old_one(minutes: float, stale: bool) -> None:
    assert somebody("a", "甲", place(minutes)).stale(NOON) is stale
    assert somebody("a", "甲").stale(NOON) is False


def test_of_each_unit_those_with_a_place_come_first() -> None:
    people = [somebody("b", "丙"), somebody("a", "乙"), somebody("a", "甲", place(1))]
    assert [each.name for each in at_place({each.id: each for each in people})] == ["甲", "乙", "丙"]
