"""What the camera wrote, held against the record: it agrees, contradicts, or says nothing."""

from datetime import datetime, timedelta

import pytest

from backend.foundation.evidence.corroboration import Exif, corroborate

TAKEN = datetime.fromisoformat("2026-11-21T14:12:31+08:00")
BRIDGE = (24.5, 102.25)
NORTH_480_M = (24.50433, 102.25)
NORTH_520_M = (24.50470, 102.25)


@pytest.mark.parametrize(
    ("written", "place", "code"),
    [
        (TAKEN, BRIDGE, "agrees"),
        (TAKEN + timedelta(minutes=10), BRIDGE, "agrees"),
        (TAKEN - timedelta(minutes=10, seconds=1), BRIDGE, "time"),
        (TAKEN, NORTH_480_M, "agrees"),
        (TAKEN, NORTH_520_M, "position"),
        (TAKEN + timedelta(days=3), NORTH_520_M, "time,position"),
        (TAKEN, None, "agrees"),
        (None, BRIDGE, "agrees"),
        (None, None, "none"),
    ],
)
def test_each_boundary_from_both_sides(
    written: datetime | None, place: tuple[float, float] | None, code: str
) -> None:
    lat, lon = place or (None, None)
    assert corroborate(Exif(taken_at=written, lat=lat, lon=lon), TAKEN, BRIDGE).code == code


def test_other_zones_are_the_same_moment() -> None:
    written = datetime.fromisoformat("2026-11-21T06:12:31+00:00")
    assert corroborate(Exif(taken_at=written), TAKEN, None).time == "agrees"


def test_a_record_without_position_is_not_contradicted() -> None:
    against_nothing = corroborate(Exif(lat=24.5, lon=102.25), TAKEN, None)
    assert (against_nothing.place, against_nothing.code) == ("none", "none")
    assert against_nothing.words == ("照片文件里没有拍摄时间", "登记时没有位置，照片文件里有")


@pytest.mark.parametrize(
    ("off", "words"),
    [
        (timedelta(minutes=-11), "照片文件里的拍摄时间比登记早11分钟"),
        (timedelta(minutes=75), "照片文件里的拍摄时间比登记晚1小时15分钟"),
        (timedelta(hours=-3), "照片文件里的拍摄时间比登记早3小时0分钟"),
        (timedelta(hours=47, minutes=59), "照片文件里的拍摄时间比登记晚47小时59分钟"),
        (timedelta(days=-1400), "照片文件里的拍摄时间比登记早1400天"),
    ],
)
def test_the_difference_in_time_is_said_in_words(off: timedelta, words: str) -> None:
    assert corroborate(Exif(taken_at=TAKEN + off), TAKEN, None).words[0] == words


def test_the_distance_is_said_in_words() -> None:
    near = corroborate(Exif(lat=24.5047, lon=102.25), TAKEN, BRIDGE)
    far = corroborate(Exif(lat=25.0, lon=102.25), TAKEN, BRIDGE)
    assert near.words[1] == "照片文件里的位置与登记相距521米"
    assert far.words[1] == "照片文件里的位置与登记相距55.4公里"


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [("HUAWEI", "HUAWEI nova 9", "HUAWEI nova 9"), ("Apple", "iPhone 13", "Apple iPhone 13"), ("", "", "")],
)
def test_a_camera_is_named_once(make: str, model: str, camera: str) -> None:
    assert Exif(make=make, model=model).camera == camera
