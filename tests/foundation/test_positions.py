"""How far a position may be trusted, at both sides of each limit."""

from dataclasses import dataclass
from typing import Any

import pytest

from backend.foundation.positions import place_field, place_words, position_marks, whole
from backend.foundation.refusals import Refusal


@dataclass
class Fix:
    source: str
    lat: float | None = None
    lon: float | None = None
    accuracy_m: float | None = None


@pytest.mark.parametrize("fix", [Fix("none"), Fix("gps", 24.1, 102.4), Fix("map", 24.1, 102.4, 5.0)])
def test_a_whole_position_is_one_with_a_source_or_none(fix: Fix) -> None:
    whole(fix)


@pytest.mark.parametrize(
    "fix", [Fix("gps"), Fix("map"), Fix("none", 24.1, 102.4), Fix("gps", 24.1), Fix("gps", lon=102.4)]
)
def test_half_a_position_is_refused(fix: Fix) -> None:
    with pytest.raises(Refusal, match="invalid"):
        whole(fix)


@pytest.mark.parametrize(
    ("source", "accuracy_m", "reason", "expected"),
    [
        ("gps", None, "", []),
        ("gps", 25, "", []),
        ("gps", 25.1, "", ["position_weak"]),
        ("gps", 100, "", ["position_weak"]),
        ("gps", 100.1, "", ["position_weak", "position_unexplained"]),
        ("gps", 100.1, "山沟", ["position_weak"]),
        ("map", None, "", ["position_picked"]),
        ("none", None, "", ["position_none"]),
    ],
)
def test_a_reader_is_told(source: str, accuracy_m: float | None, reason: str, expected: list[str]) -> None:
    assert position_marks(source, accuracy_m, reason, warn_m=25, reason_m=100) == expected


@pytest.mark.parametrize(
    ("source", "accuracy", "words"),
    [
        ("gps", 8.4, "卫星定位 ±8米 · 24.16330, 102.39040（WGS-84）"),
        ("gps", None, "卫星定位 · 24.16330, 102.39040（WGS-84）"),
        ("map", None, "地图上选 · 24.16330, 102.39040（WGS-84）"),
    ],
)
def test_a_place_says_how_it_is_known(source: str, accuracy: float | None, words: str) -> None:
    assert place_words(source, 24.1633, 102.3904, accuracy) == words
    assert place_words("none", None, None, None) == "没有定位"


NOWHERE = {"lat": None, "lon": None, "accuracy_m": None, "source": "none"}
HERE = {"lat": 24.1633, "lon": 102.3904, "accuracy_m": 8.0, "source": "gps"}


@pytest.mark.parametrize("position", [{}, NOWHERE])
def test_a_form_without_a_position_looks_for_one(position: dict[str, Any]) -> None:
    field = place_field(position)
    assert field.looks
    assert field.inputs == [
        ("position.lat", "", "number"),
        ("position.lon", "", "number"),
        ("position.accuracy_m", "", "number"),
        ("position.source", "none", ""),
    ]


def test_a_form_with_a_position_says_and_sends_it() -> None:
    field = place_field(HERE)
    assert not field.looks
    assert field.words == "卫星定位 ±8米 · 24.16330, 102.39040（WGS-84）"
    assert [value for _, value, _ in field.inputs] == [24.1633, 102.3904, 8.0, "gps"]


def test_a_form_that_is_told_not_to_look_says_that_none_is_known() -> None:
    assert place_field(NOWHERE, looks=False).words == "没有定位"
