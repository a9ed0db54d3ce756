from dataclasses import replace
from datetime import timedelta
from xml.etree import ElementTree as ET

import gpxpy
import gpxpy.gpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.field.patrols.rules.sieve import Limits
from backend.field.patrols.rules.track import assess
from backend.field.patrols.track_files import gpx
from tests.field.patrols.track_files.outings import OUTING, SPOTS, track
from tests.field.patrols.walks import NOW, START, STEP_S, fix

NAMES = "{http://www.topografix.com/GPX/1/1}"


def reopened() -> gpxpy.gpx.GPX:
    return gpxpy.parse(gpx(OUTING, track(), SPOTS).decode())


def test_another_program_finds_a_track_for_each_device_and_a_segment_for_each_stretch() -> None:
    log = reopened()
    assert log.version == "1.1"
    assert [[len(segment.points) for segment in way.segments] for way in log.tracks] == [[9, 10], [5]]


def test_the_length_is_the_same_for_another_program() -> None:
    (first, _) = reopened().tracks
    assert first.length_2d() == pytest.approx(track().length_m, rel=0.01)


def test_times_are_utc_to_the_second() -> None:
    points = reopened().tracks[0].segments[0].points
    assert points[0].time == START
    assert points[1].time == START + timedelta(seconds=STEP_S)


def test_findings_with_a_position_are_waypoints() -> None:
    (point,) = reopened().waypoints
    assert (point.latitude, point.longitude) == (24.1633241, 102.3904)
    assert point.name == "1 户外广告"
    assert point.description == "一块 <大型> 广告牌（责令停止）"
    assert point.source == "卫星定位 ±8米"


def test_the_file_says_what_it_is_and_what_it_left_out() -> None:
    log = reopened()
    assert log.name == "演示 示执巡〔2026〕118号 县道—下坝村 <夜间> & 集镇"
    assert "WGS-84" in (log.description or "")
    assert "误差过大的1个点未列入" in (log.description or "")
    assert log.time == START


def test_the_elements_stand_in_the_order_of_the_schema() -> None:
    root = ET.fromstring(gpx(OUTING, track(), SPOTS))
    assert [child.tag.removeprefix(NAMES) for child in root] == ["metadata", "wpt", "trk", "trk"]
    assert [child.tag.removeprefix(NAMES) for child in root[1]] == ["time", "name", "desc", "src"]


def test_a_patrol_without_track_or_findings_is_a_valid_file() -> None:
    empty = gpx(replace(OUTING, started_at=None), assess([], NOW, (), Limits()), ())
    log = gpxpy.parse(empty.decode())
    assert (log.tracks, log.waypoints, log.time) == ([], [], None)


@pytest.mark.parametrize(
    ("longitude", "written"), [(180.0, -180.0), (179.9999999, 179.9999999), (-180.0, -180.0)]
)
def test_the_schema_has_no_longitude_of_180(longitude: float, written: float) -> None:
    log = gpxpy.parse(gpx(OUTING, assess([replace(fix(0), lon=longitude)], NOW, (), Limits()), ()).decode())
    assert log.tracks[0].segments[0].points[0].longitude == written


@given(st.text(alphabet=st.characters()))
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    made = gpx(replace(OUTING, title=text), track(), [replace(SPOTS[0], facts=text, category=text)])
    assert len(gpxpy.parse(made.decode()).waypoints) == 1
