"""Inside or outside: the radius, the error of the fix, and the limit beyond which a fix proves nothing."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.office.duty.turnout.rules.fence import Judged, Spot, fence, judged

MARKET = Spot(24.17341, 102.40450, 120)


@dataclass
class Fixed:
    source: str = "gps"
    lat: float | None = 24.17341
    lon: float | None = 102.40450
    accuracy_m: float | None = 8


@pytest.mark.parametrize(
    ("distance", "accuracy", "said"),
    [
        (0, 0, "inside"),
        (120, 0, "inside"),
        (120.1, 0, "outside"),
        (128, 8, "inside"),
        (128.1, 8, "outside"),
        (220, 100, "inside"),
        (220.1, 100, "outside"),
        (0, 100.1, "weak"),
        (220.1, 100.1, "weak"),
        (220.3, 100.1, "outside"),
        (0, None, "weak"),
    ],
)
def test_both_sides_of_each_limit(distance: float, accuracy: float | None, said: str) -> None:
    assert fence(distance, 120, accuracy, most_accuracy_m=100) == said


@given(distance=st.floats(0, 5000), accuracy=st.floats(0, 100), nearer=st.floats(0, 1))
def test_who_is_inside_is_inside_nearer_by_too(distance: float, accuracy: float, nearer: float) -> None:
    if fence(distance, 120, accuracy, most_accuracy_m=100) == "inside":
        assert fence(distance * nearer, 120, accuracy, most_accuracy_m=100) == "inside"


def test_it_measures_from_the_middle_of_the_place() -> None:
    assert judged(MARKET, Fixed(), most_accuracy_m=100) == Judged("inside", 0)
    assert judged(MARKET, Fixed(lat=24.17756, lon=102.40509), most_accuracy_m=100) == Judged("outside", 464)


@pytest.mark.parametrize("fix", [None, Fixed("none", None, None, None), Fixed("map")])
def test_what_is_no_position_of_a_phone_says_nothing(fix: Fixed | None) -> None:
    assert judged(MARKET, fix, most_accuracy_m=100) == Judged()


def test_a_shift_without_a_place_has_no_fence() -> None:
    assert judged(None, Fixed(), most_accuracy_m=100) == Judged()
