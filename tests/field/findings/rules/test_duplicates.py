"""Findings nearby."""

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from backend.field.findings.rules.duplicates import MOST, box, nearest

HERE = (24.1633, 102.3904)


def at(metres_north: float) -> dict[str, float]:
    return {"lat": HERE[0] + metres_north / 111_320, "lon": HERE[1]}


def test_the_nearest_come_first_and_those_beyond_the_radius_not_at_all() -> None:
    found = nearest(*HERE, 50, [at(60), at(40), at(5)])
    assert [round(metres) for metres, _ in found] == [5, 40]


def test_a_hint_is_short() -> None:
    assert len(nearest(*HERE, 50, [at(each) for each in range(20)])) == MOST


@given(
    st.floats(-80, 80),
    st.floats(-179, 179),
    st.floats(10, 1000),
    st.floats(0, 360),
    st.floats(0, 1, exclude_max=True),
)
def test_the_box_holds_everything_within_the_radius(
    lat: float, lon: float, radius: float, bearing: float, part: float
) -> None:
    there = geodesic(meters=radius * part).destination((lat, lon), bearing)
    around = box(lat, lon, radius)
    assert around.south <= there.latitude <= around.north
    assert around.west <= there.longitude <= around.east or abs(lon) > 178


@pytest.mark.parametrize("lat", [0.0, 24.0, 60.0])
def test_the_box_is_not_much_larger_than_it_must_be(lat: float) -> None:
    around = box(lat, 102.0, 50)
    width = geodesic((lat, around.west), (lat, around.east)).m
    assert 100 <= width <= 103
