"""What lies within a township's outline."""

import pytest

from backend.demo.townships import sketch_features
from backend.office.places.rules import boundary, holds

OUTLINE = boundary({"features": sketch_features("sfz")})


@pytest.mark.parametrize(
    ("spot", "inside"), [((24.17341, 102.4045), True), ((24.17305, 102.45705), False), ((24.0, 102.4), False)]
)
def test_the_market_is_inside_and_the_neighbours_is_not(spot: tuple[float, float], inside: bool) -> None:
    assert holds(OUTLINE, spot) is inside


def test_both_sides_of_an_edge() -> None:
    square = [(0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0)]
    assert holds(square, (5, 9.999))
    assert not holds(square, (5, 10.001))


def test_where_nothing_is_drawn_nothing_is_inside() -> None:
    assert boundary({"type": "FeatureCollection", "features": []}) == []
    assert not holds([], (24.17, 102.4))
