"""Boxes lie inside the picture and cover every pixel they touch."""

import pytest

from backend.foundation.evidence.redaction import MOST_BOXES, Box, checked
from backend.foundation.refusals import Refusal


@pytest.mark.parametrize(
    "box",
    [Box(0, 0, 1, 1), Box(0.9, 0.9, 0.1, 0.1), Box(0.7, 0.1, 0.3, 1e-6), Box(1 / 3, 1 / 3, 2 / 3, 2 / 3)],
)
def test_boxes_inside_the_picture_are_taken(box: Box) -> None:
    assert checked([box]) == [box]


@pytest.mark.parametrize(
    "box",
    [
        Box(-0.1, 0, 0.5, 0.5),
        Box(0, 1, 0.1, 0.1),
        Box(0.5, 0.5, 0.6, 0.1),
        Box(0.5, 0.5, 0.1, 0),
        Box(0.5, 0.5, -0.1, 0.1),
        Box(float("nan"), 0, 0.1, 0.1),
        Box(0, 0, float("inf"), 0.1),
    ],
)
def test_boxes_outside_are_refused(box: Box) -> None:
    with pytest.raises(Refusal) as refused:
        checked([box])
    assert refused.value.code == "redaction_outside"


def test_a_picture_of_nothing_but_boxes_is_refused() -> None:
    with pytest.raises(Refusal):
        checked([Box(0, 0, 0.1, 0.1)] * (MOST_BOXES + 1))


@pytest.mark.parametrize(
    ("box", "pixels"),
    [
        (Box(0, 0, 1, 1), (0, 0, 99, 49)),
        (Box(0.5, 0.5, 0.25, 0.5), (50, 25, 74, 49)),
        (Box(0.501, 0.501, 0.001, 0.001), (50, 25, 50, 25)),
        (Box(0.109, 0.11, 0.1, 0.1), (10, 5, 20, 10)),
    ],
)
def test_a_box_grows_to_whole_pixels(box: Box, pixels: tuple[int, int, int, int]) -> None:
    assert box.pixels(100, 50) == pixels
