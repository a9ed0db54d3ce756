from math import sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.field.patrols.rules.sieve import Limits
from backend.field.patrols.rules.simplification import simplified, ways
from backend.field.patrols.rules.track import assess
from tests.field.patrols.walks import NOW, PHONE, TABLET, later, walk

METRE = 1 / 111_320


def test_a_straight_line_needs_only_its_ends() -> None:
    line = [(24.16 + step * METRE, 102.39) for step in range(100)]
    assert simplified(line, 1.0) == [line[0], line[-1]]


@pytest.mark.parametrize(("off_m", "points"), [(4.9, 2), (5.1, 3)])
def test_a_corner_stays_if_it_is_farther_off_than_the_pen_is_wide(off_m: float, points: int) -> None:
    line = [(24.16, 102.39), (24.16 + off_m * METRE, 102.40), (24.16, 102.41)]
    assert len(simplified(line, 5.0)) == points


@pytest.mark.parametrize("count", [0, 1, 2])
def test_short_lines_are_left_alone(count: int) -> None:
    line = [(24.16, 102.39 + step) for step in range(count)]
    assert simplified(line, 5.0) == line


def test_a_way_there_and_back_keeps_its_far_end() -> None:
    line = [(24.16, 102.39), (24.17, 102.39), (24.16, 102.39)]
    assert simplified(line, 5.0) == line


@given(st.lists(st.tuples(st.floats(24, 25), st.floats(102, 103)), max_size=40))
def test_points_are_only_left_out(line: list[tuple[float, float]]) -> None:
    rest = iter(line)
    assert all(point in rest for point in simplified(line, 50.0))


def test_a_day_long_track_is_simplified_in_no_time() -> None:
    line = [(24.16 + sin(step / 500) / 100, 102.39 + step * 1e-6) for step in range(20_000)]
    assert 2 < len(simplified(line, 3.0)) < 2000


def test_stretches_of_a_track_are_drawn_apart_by_device() -> None:
    points = walk(20)
    track = assess([*points[:10], *later(points[10:], 600), *walk(5, TABLET)], NOW, (), Limits())
    assert [(way.device, [len(line) for line in way.stretches]) for way in ways(track)] == [
        (str(PHONE), [2, 2]),
        (str(TABLET), [2]),
    ]


def test_a_way_knows_when_its_device_was_last_seen() -> None:
    points = walk(20)
    (way,) = ways(assess(points, NOW, (), Limits()))
    assert (way.until, way.stretches[-1][-1]) == (points[-1].at, points[-1].position)


def test_no_track_is_no_way() -> None:
    assert ways(assess([], NOW, (), Limits())) == []
