from dataclasses import replace
from pathlib import Path
from random import Random
from uuid import UUID

import gpxpy
import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from backend.field.patrols.rules.sieve import Limits, Point
from backend.field.patrols.rules.track import CLOCK_SET_BACK, JUMPED, Pause, Track, assess
from tests.field.patrols.walks import NOW, PHONE, START, STEP_DEGREES, TABLET, fix, later, walk

LIMITS = Limits()
WALK_M = 19 * geodesic((24.16, 102.39), (24.16 + STEP_DEGREES, 102.39)).m


def judged(points: list[Point], pauses: tuple[Pause, ...] = ()) -> Track:
    return assess(points, NOW, pauses, LIMITS)


def cut(points: list[Point], at: int, seconds: float) -> list[Point]:
    return [*points[:at], *later(points[at:], seconds)]


def test_no_fixes_are_no_track() -> None:
    track = judged([])
    assert (track.segments, track.gaps, track.dropped, track.length_m) == ((), (), {}, 0.0)


def test_a_walk_is_one_segment_measured_by_the_geodesic() -> None:
    track = judged(walk(20))
    assert len(track.segments) == 1
    assert track.length_m == pytest.approx(WALK_M, rel=1e-4)


@pytest.mark.parametrize(("pause_s", "segments"), [(120, 1), (121, 2)])
def test_a_silence_over_the_limit_is_a_gap(pause_s: int, segments: int) -> None:
    track = judged([fix(0, seconds=0), fix(1, seconds=pause_s)])
    assert len(track.segments) == segments
    assert len(track.gaps) == segments - 1


def test_the_way_across_a_gap_is_not_measured() -> None:
    track = judged(cut(walk(20), 10, 600))
    assert track.length_m == pytest.approx(WALK_M * 18 / 19, rel=1e-3)
    assert (track.gaps[0].before.seq, track.gaps[0].after.seq) == (9, 10)


def test_a_gap_is_given_the_reason_of_the_pause_it_falls_into() -> None:
    points = cut(walk(20), 10, 600)
    pause = Pause(points[9].at, points[10].at, "吃饭")
    assert judged(points, (pause,)).gaps[0].reason == "吃饭"
    assert judged(points, (Pause(points[2].at, points[4].at, "早先"),)).gaps[0].reason == ""
    assert judged(points, (Pause(points[9].at, None, "未恢复"),)).gaps[0].reason == "未恢复"


def test_an_inexact_fix_bridges_a_silence_but_is_not_measured() -> None:
    points = [
        fix(0, seconds=0),
        replace(fix(1, seconds=100), accuracy_m=900.0, lon=102.5),
        fix(2, seconds=200),
    ]
    (segment,) = judged(points).segments
    assert segment.inexact == {1}
    assert [point.seq for point in segment.exact] == [0, 2]
    assert segment.length_m == pytest.approx(geodesic(points[0].position, points[2].position).m)


def test_each_device_has_its_own_track_and_the_longest_way_counts() -> None:
    track = judged([*walk(20), *walk(10, TABLET)])
    assert {segment.device for segment in track.segments} == {PHONE, TABLET}
    assert track.length_m == pytest.approx(WALK_M, rel=1e-4)


def test_devices_count_apart() -> None:
    track = judged([*cut(walk(20), 10, 600), *walk(20, TABLET)])
    assert [gap.device for gap in track.gaps] == [PHONE]


def test_a_jump_for_good_and_a_clock_set_back_are_gaps_of_their_own_kind() -> None:
    there = [replace(point, lon=103.0) for point in walk(10)[5:]]
    assert [gap.reason for gap in judged([*walk(5), *there]).gaps] == [JUMPED]
    assert [gap.reason for gap in judged(cut(walk(10), 5, -3600)).gaps] == [CLOCK_SET_BACK]


def test_what_was_dropped_is_counted_by_reason() -> None:
    points = [
        *walk(5),
        replace(fix(5), lat=0.0, lon=0.0),
        replace(fix(6), lon=110.0),
        replace(fix(7), at=NOW.replace(year=2027)),
    ]
    assert judged(points).dropped == {"nowhere": 1, "speed": 1, "future": 1}


@given(st.randoms(use_true_random=False), st.integers(0, 600))
def test_the_order_of_arrival_does_not_matter(chance: Random, gap_s: int) -> None:
    points = [*cut(walk(12), 6, gap_s), *walk(8, TABLET), replace(fix(30), lon=110.0)]
    shuffled = list(points)
    chance.shuffle(shuffled)
    assert judged(shuffled) == judged(points)


@given(st.lists(st.integers(0, 19), max_size=30))
def test_repeats_are_harmless(again: list[int]) -> None:
    points = cut(walk(20), 10, 300)
    assert judged([*points, *(points[at] for at in again)]) == judged(points)


@given(st.integers(1, 19), st.floats(0, 7200))
def test_a_silence_never_makes_the_way_longer(at: int, seconds: float) -> None:
    assert judged(cut(walk(20), at, seconds)).length_m <= judged(walk(20)).length_m + 1e-6


@given(st.sets(st.integers(0, 19)))
def test_lost_fixes_never_make_the_way_longer(lost: set[int]) -> None:
    held = [point for point in walk(20) if point.seq not in lost]
    assert judged(held).length_m <= judged(walk(20)).length_m + 1e-6


POINTS = st.builds(
    Point,
    device=st.sampled_from([PHONE, TABLET]),
    seq=st.integers(0, 50),
    at=st.integers(0, 40_000).map(lambda seconds: fix(0, seconds=seconds).at),
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    accuracy_m=st.none() | st.floats(0, 5000),
)


@given(st.lists(POINTS, max_size=60))
def test_every_fix_is_kept_once_or_counted_as_dropped(points: list[Point]) -> None:
    track = judged(points)
    kept = [(point.device, point.seq) for segment in track.segments for point in segment.points]
    named = {(point.device, point.seq) for point in points}
    assert len(kept) == len(set(kept))
    assert len(kept) + sum(track.dropped.values()) == len(named)
    assert len(track.gaps) == max(
        0, len(track.segments) - len({segment.device for segment in track.segments})
    )


@pytest.mark.parametrize("name", ["cerknicko-jezero.gpx", "korita-zbevnica.gpx"])
def test_a_walked_track_is_as_long_as_another_program_says(samples: Path, name: str) -> None:
    log = gpxpy.parse((samples / "tracks" / name).read_text(encoding="utf-8"))
    walked = max(
        (segment for way in log.tracks for segment in way.segments), key=lambda segment: len(segment.points)
    )
    points = [
        Point(UUID(int=9), seq, fix(0, seconds=seq * 60).at, each.latitude, each.longitude)
        for seq, each in enumerate(walked.points)
    ]
    track = assess(points, START.replace(year=2030), (), LIMITS)
    assert track.dropped == {}
    assert track.length_m == pytest.approx(walked.length_2d(), rel=0.01)
