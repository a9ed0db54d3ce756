"""How far a position may be trusted, at both sides of each limit."""

from dataclasses import dataclass

import pytest

from backend.foundation.positions import position_marks, whole
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
