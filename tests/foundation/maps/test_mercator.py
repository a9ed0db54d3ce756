from math import cos, isclose, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.maps.mercator import Room, View, view_of

ROOM = Room(390, 236, 44)
TOWN = [(24.150, 102.390), (24.180, 102.420)]
POSITION = st.tuples(st.floats(-80, 80), st.floats(-179, 179))


def test_the_origin_is_the_middle_of_the_view() -> None:
    assert View((24.16, 102.39), 14, 390, 236).place((24.16, 102.39)) == (0, 0)


def test_one_step_of_zoom_is_twice_as_large() -> None:
    near, far = (View((0, 0), zoom, 390, 236).place((0, 1))[0] for zoom in (11, 10))
    assert near == pytest.approx(256 * 2**11 / 360, abs=0.1)
    assert near == pytest.approx(2 * far, abs=0.2)


def test_north_is_up_and_as_long_as_east() -> None:
    view = View((24.16, 102.39), 14, 390, 236)
    north, east = -view.place((24.17, 102.39))[1], view.place((24.16, 102.40))[0]
    assert isclose(north * cos(radians(24.165)), east, rel_tol=0.01)


@given(st.lists(POSITION, min_size=1, max_size=6))
def test_all_positions_lie_free_of_what_covers_the_foot(positions: list[tuple[float, float]]) -> None:
    view = view_of(positions, ROOM, pad=0, closest=16)
    for x, y in map(view.place, positions):
        assert abs(x) <= 195.2
        assert -118.2 <= y <= 118.2 - 44


def test_no_closer_view_of_the_same_steps_would_hold_them() -> None:
    view = view_of(TOWN, ROOM, pad=0, closest=16)
    closer = View(view.centre, view.zoom + 0.25, view.width, view.height)
    (_, top), (_, bottom) = map(closer.place, reversed(TOWN))
    assert bottom - top > 236 - 44
    assert view.zoom % 0.25 == 0


def test_a_single_place_is_seen_as_close_as_is_allowed() -> None:
    assert view_of(TOWN[:1], ROOM, pad=0.15, closest=16).zoom == 16


def test_room_is_left_around_them() -> None:
    assert view_of(TOWN, ROOM, pad=0.5, closest=16).zoom < view_of(TOWN, ROOM, pad=0, closest=16).zoom


def test_the_poles_are_no_error() -> None:
    assert view_of([(90, 0), (-90, 10)], ROOM, pad=0.15, closest=16).zoom <= 0
