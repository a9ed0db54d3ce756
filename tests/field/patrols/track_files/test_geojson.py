import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backend.field.patrols.rules.sieve import Limits
from backend.field.patrols.rules.track import assess
from backend.field.patrols.track_files import geojson
from tests.field.patrols.track_files.outings import OUTING, SPOTS, track
from tests.field.patrols.walks import NOW, PHONE, fix

MADE: dict[str, Any] = json.loads(geojson(OUTING, track(), SPOTS))


def features(kind: str) -> list[dict[str, Any]]:
    return [feature for feature in MADE["features"] if feature["properties"]["kind"] == kind]


def test_every_feature_has_the_members_the_standard_asks() -> None:
    assert MADE["type"] == "FeatureCollection"
    for feature in MADE["features"]:
        assert feature["type"] == "Feature"
        assert set(feature) == {"type", "geometry", "properties"}


def test_each_stretch_is_a_line_with_the_longitude_first() -> None:
    lines = [feature["geometry"] for feature in features("track")]
    assert [(line["type"], len(line["coordinates"])) for line in lines] == [
        ("LineString", length) for length in (10, 10, 5)
    ]
    assert lines[0]["coordinates"][0] == [102.39, 24.16]


def test_every_fix_keeps_its_time_and_accuracy() -> None:
    told = features("track")[0]["properties"]
    assert told["times"][0] == "2026-11-22T19:30:00.000+08:00"
    assert told["accuracy_m"][3] == 400.0
    assert told["inexact"] == [3]
    assert told["device"] == str(PHONE)


def test_a_gap_has_no_geometry_but_its_reason() -> None:
    (gap,) = features("gap")
    assert gap["geometry"] is None
    assert gap["properties"]["reason"] == "吃饭"
    assert gap["properties"]["from_at"] < gap["properties"]["until_at"]


def test_findings_without_a_position_are_listed() -> None:
    first, second = features("finding")
    assert first["geometry"] == {"type": "Point", "coordinates": [102.3904, 24.1633241]}
    assert second["geometry"] is None


def test_a_single_fix_is_a_point() -> None:
    made = json.loads(geojson(OUTING, assess([fix(0)], NOW, (), Limits()), ()))
    assert made["features"][0]["geometry"] == {"type": "Point", "coordinates": [102.39, 24.16]}


def test_the_patrol_is_named() -> None:
    assert MADE["patrol"]["name"].startswith("演示 示执巡〔2026〕118号")
    assert MADE["patrol"]["started_at"] == "2026-11-22T19:30:00.000+08:00"


@given(st.text(alphabet=st.characters()))
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    made = json.loads(geojson(replace(OUTING, title=text), track(), [replace(SPOTS[0], facts=text)]))
    assert len(made["features"]) == 5
