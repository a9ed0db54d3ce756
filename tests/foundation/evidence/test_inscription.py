"""What is written at the foot of a copy."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from backend.foundation.evidence.inscription import inscription
from backend.foundation.evidence.photo import Photo
from backend.foundation.records import Record

ONE = UUID("1a2b3c4d-0000-4000-8000-000000000000")
PHOTO = Photo(
    id=ONE,
    township=ONE,
    subject_kind="finding",
    subject_id=ONE,
    taken_at=datetime(2026, 11, 21, 6, 12, 31, tzinfo=UTC),
    lat=24.5,
    lon=102.25,
    accuracy_m=8.4,
    position_source="gps",
    source="camera",
    sha256="0" * 64,
    size=1,
    media_type="image/jpeg",
    created_by=ONE,
    device=None,
    made_at=None,
    received_at=datetime(2026, 11, 21, 6, 13, tzinfo=UTC),
    clock_offset_s=None,
    late=False,
    maker_name="买买提·阿卜杜拉",
    maker_unit="综合行政执法队",
    maker_unit_id=ONE,
)
FACTS = {"number": "示执巡〔2026〕7号", "address": "石门大桥南侧"}


def record(facts: dict[str, str]) -> Record:
    return Record("finding", ONE, "占道经营", "/", ONE, True, ONE, facts)


def test_time_place_position_unit_person_number() -> None:
    assert inscription(PHOTO, record(FACTS)) == [
        ("时间", "2026年11月21日 周六 14:12:31"),
        ("地点", "石门大桥南侧"),
        ("坐标", "24.50000, 102.25000（WGS-84） 卫星定位 ±8米"),
        ("单位", "综合行政执法队"),
        ("人员", "买买提·阿卜杜拉"),
        ("编号", "示执巡〔2026〕7号 照片1a2b3c4d"),
    ]


@pytest.mark.parametrize("subject", [None, record({})])
def test_what_is_not_known_is_left_out(subject: Record | None) -> None:
    bare = replace(PHOTO, lat=None, lon=None, accuracy_m=None, position_source="none")
    assert [name for name, _ in inscription(bare, subject)] == ["时间", "单位", "人员", "编号"]
