from dataclasses import replace
from datetime import timedelta

import pytest

from backend.field.patrols.rules.sieve import Limits, Point, limits, sieve
from backend.foundation.preferences.registry import DEFINITIONS
from tests.field.patrols.walks import NOW, START, fix, walk

LIMITS = Limits(max_speed_m_s=50.0)
METRE_NORTH = 1 / 111_195  # of a degree, on the sphere that measures speed


def kept(points: list[Point]) -> list[int]:
    return [point.seq for run in sieve(points, NOW, LIMITS).runs for point in run]


def test_a_plain_walk_is_kept_whole() -> None:
    assert kept(walk(20)) == list(range(20))


def test_the_zero_coordinate_is_dropped() -> None:
    sieved = sieve([*walk(3), replace(fix(3), lat=0.0, lon=0.0)], NOW, LIMITS)
    assert sieved.dropped == {"nowhere": 1}


def test_a_place_on_the_equator_is_not_the_zero_coordinate() -> None:
    assert sieve([replace(fix(0), lat=0.0)], NOW, LIMITS).dropped == {}


@pytest.mark.parametrize(("ahead_s", "dropped"), [(300, {}), (301, {"future": 1})])
def test_times_beyond_the_tolerance_of_clocks_are_dropped(ahead_s: int, dropped: dict[str, int]) -> None:
    point = replace(fix(0), at=NOW + timedelta(seconds=ahead_s))
    assert sieve([point], NOW, LIMITS).dropped == dropped


@pytest.mark.parametrize(("accuracy_m", "inexact"), [(100.0, []), (100.1, [1]), (None, [])])
def test_inexact_fixes_are_kept_apart(accuracy_m: float | None, inexact: list[int]) -> None:
    sieved = sieve([fix(0), replace(fix(1), accuracy_m=accuracy_m)], NOW, LIMITS)
    assert [point.seq for point in sieved.inexact] == inexact
    assert sieved.dropped == {}


@pytest.mark.parametrize(("metres", "expected"), [(499.0, [0, 1, 2, 3]), (501.0, [0, 1, 3])])
def test_a_jump_beyond_the_speed_limit_is_dropped(metres: float, expected: list[int]) -> None:
    points = [fix(0, seconds=0, north=0), fix(1, seconds=10, north=0)]
    points += [fix(2, seconds=20, north=metres * METRE_NORTH), fix(3, seconds=30, north=0)]
    assert kept(points) == expected


def test_a_stray_first_fix_does_not_cost_the_rest() -> None:
    assert kept([replace(fix(0), lat=30.0), *walk(10)[1:]]) == list(range(1, 10))


def test_a_displacement_that_settles_begins_a_new_run() -> None:
    there = [replace(point, lon=103.0) for point in walk(10)[5:]]
    assert [len(run) for run in sieve([*walk(5), *there], NOW, LIMITS).runs] == [5, 5]


def test_a_jump_at_the_very_end_is_stray() -> None:
    assert kept([*walk(5), replace(fix(5), lon=103.0)]) == [0, 1, 2, 3, 4]


def test_two_fixes_of_the_same_second_may_lie_apart_a_little() -> None:
    assert kept([fix(0, seconds=0, north=0), fix(1, seconds=0, north=40 * METRE_NORTH)]) == [0, 1]
    assert kept([fix(0, seconds=0, north=0), fix(1, seconds=0, north=60 * METRE_NORTH)]) == [0]


def test_a_clock_set_back_says_nothing_of_speed() -> None:
    assert kept([fix(0, seconds=3600), fix(1, seconds=0)]) == [0, 1]


def test_the_limits_are_the_townships_own() -> None:
    own = limits({name: definition.default for name, definition in DEFINITIONS.items()})
    assert own.gap == timedelta(minutes=2)
    assert own.max_accuracy_m == 100
    assert own.max_speed_m_s == pytest.approx(160 / 3.6)


def test_nothing_is_made_of_nothing() -> None:
    assert sieve([], START, LIMITS).runs == []
