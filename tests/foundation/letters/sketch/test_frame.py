import pytest
from geopy.distance import geodesic

from backend.foundation.letters.sketch.frame import frame_around

SOUTH, NORTH = (24.160, 102.390), (24.190, 102.420)


def test_every_position_lies_inside() -> None:
    frame = frame_around([SOUTH, NORTH], 1600, 900)
    assert frame.holds(frame.place(SOUTH))
    assert frame.holds(frame.place(NORTH))


def test_north_is_up_and_east_is_right() -> None:
    frame = frame_around([SOUTH, NORTH], 1600, 900)
    (west, bottom), (east, top) = frame.place(SOUTH), frame.place(NORTH)
    assert west < east
    assert top < bottom


def test_a_single_position_stands_in_the_middle() -> None:
    assert frame_around([SOUTH], 1600, 900).place(SOUTH) == (800, 450)


@pytest.mark.parametrize("latitude", [0.0, 24.2, 53.5, -40.0])
def test_lengths_agree_with_the_geodesic(latitude: float) -> None:
    here, there = (latitude, 102.4), (latitude + 0.02, 102.43)
    frame = frame_around([here, there], 1600, 900)
    (x, y), (u, v) = frame.place(here), frame.place(there)
    drawn = ((u - x) ** 2 + (v - y) ** 2) ** 0.5 / frame.units_per_metre
    assert drawn == pytest.approx(geodesic(here, there).m, rel=0.006)
