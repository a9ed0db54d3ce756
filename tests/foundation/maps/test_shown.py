from datetime import UTC, datetime
from typing import Any

import pytest

from backend.foundation.maps import Drawing, Map, Way
from backend.foundation.maps.shown import SHAPES

AT = datetime(2026, 11, 23, 2, 36, tzinfo=UTC)
STREET = [(24.160, 102.390), (24.162, 102.392), (24.163, 102.395)]
MARKET = [(24.166, 102.398), (24.167, 102.399)]
RING = [[102.38, 24.15], [102.41, 24.15], [102.41, 24.18], [102.38, 24.15]]


def feature(kind: str, form: str, coordinates: Any, name: str = "") -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"kind": kind, "name": name},
        "geometry": {"type": form, "coordinates": coordinates},
    }


def place(name: str, lat: float, lon: float) -> dict[str, Any]:
    return feature("place", "Point", [lon, lat], name)


TOWNSHIP = {
    "features": [
        feature("road", "LineString", RING[:2], "县道"),
        feature("boundary", "Polygon", [RING]),
        feature("pond", "MultiPolygon", [[RING], [RING]]),
        feature("unheard-of", "LineString", RING[:2]),
        {"type": "Feature", "properties": None, "geometry": None},
    ]
}


def drawn(township: Any = TOWNSHIP, *lines: Any, care: bool = False, numbered: Any = ()) -> Drawing:
    ways = [Way("phone", lines, AT)] if lines else []
    return Map(township, ways, numbered).drawn("panel", care=care)


def test_lines_lie_over_areas_and_on_their_casings() -> None:
    assert [path.look for path in drawn().ground] == ["water", "water", "edge", "roadcase", "road"]


def test_a_gap_lies_between_two_stretches_and_not_between_two_devices() -> None:
    (way,) = drawn(TOWNSHIP, STREET, MARKET).ways
    assert (len(way.gaps), len(way.stretches)) == (1, 2)
    apart = Map(TOWNSHIP, [Way("phone", [STREET], AT), Way("tablet", [MARKET], AT)]).drawn(
        "panel", care=False
    )
    assert [len(way.gaps) for way in apart.ways] == [0, 0]


def test_a_stretch_of_one_fix_is_no_line_but_ends_a_gap() -> None:
    (way,) = drawn(TOWNSHIP, STREET, MARKET[:1]).ways
    assert (len(way.gaps), len(way.stretches), way.end) == (1, 1, MARKET[0])


@pytest.mark.parametrize(
    ("lines", "legend"),
    [
        ([], []),
        ([STREET[:1]], []),
        ([STREET], ["轨迹"]),
        ([STREET[:1], MARKET[:1]], ["中断"]),
        ([STREET, MARKET], ["轨迹", "中断"]),
    ],
)
def test_the_legend_names_the_lines_that_are_there(lines: Any, legend: list[str]) -> None:
    assert [text for text, _ in drawn(TOWNSHIP, *lines).legend] == legend


def test_where_a_telephone_draws_on_it_names_those_that_may_come() -> None:
    growing = Map(TOWNSHIP).drawn("strip", care=False, grows=True)
    assert [text for text, _ in growing.legend] == ["轨迹", "中断"]


def test_numbers_are_those_of_the_list() -> None:
    assert [number for number, _ in drawn(numbered=[(7, STREET[0]), (12, MARKET[0])]).numbers] == [7, 12]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_record_decides_what_is_seen_else_the_township_else_the_country(shape: str) -> None:
    zooms = [
        Map(township, ways).drawn(shape, care=False).view.zoom
        for township, ways in (
            (TOWNSHIP, [Way("phone", [STREET], AT)]),
            (TOWNSHIP, []),
            ({"features": []}, []),
        )
    ]
    assert zooms == sorted(zooms, reverse=True)
    assert len(set(zooms)) == 3


def test_a_name_a_phone_shows_whole_is_inside_and_one_beyond_its_edge_is_not() -> None:
    here, beyond = place("农贸市场", 24.1615, 102.3925), place("上河村", 24.1615, 102.50)
    names = drawn({"features": [here, beyond]}, STREET).names
    assert [(name.text, name.inside) for name in names] == [("农贸市场", True), ("上河村", False)]


def test_a_name_gives_way_to_a_number_and_to_what_stands_over_the_map() -> None:
    market = place("农贸市场", *STREET[1])
    assert drawn({"features": [market]}, STREET).names[0].anchor == "start"
    beside = drawn({"features": [market]}, STREET, numbered=[(1, (STREET[1][0], STREET[1][1] + 0.0006))])
    assert beside.names[0].anchor != "start"


def test_where_there_is_no_room_for_a_name_its_dot_stays() -> None:
    crowd = [place(f"农贸市场{number}", *STREET[1]) for number in range(9)]
    boxes = [name.box for name in drawn({"features": crowd}, STREET).names]
    assert boxes[0] is not None
    assert boxes[-1] is None


def test_letters_of_the_care_mode_need_more_room() -> None:
    ordinary, care = (
        drawn({"features": [place("农贸市场", *STREET[1])]}, STREET, care=on).names[0].box
        for on in (False, True)
    )
    assert ordinary
    assert care
    assert care.right - care.left > ordinary.right - ordinary.left


def test_a_name_is_sought_beside_the_track_and_written_over_it_only_where_there_is_no_other_room() -> None:
    north, south = [(24.1600 + step / 10_000, 102.3955) for step in range(40)], (24.162, 102.3950)
    market = {"features": [place("农贸市场", *south)]}
    (free,) = drawn(market).names
    (beside,) = drawn(market, north).names
    assert (free.anchor, beside.anchor) == ("start", "end")
    around = [
        [(24.1605 + step / 10_000, 102.3935 + lane / 10_000) for step in range(30)] for lane in range(30)
    ]
    (over,) = drawn(market, *around).names
    assert (over.anchor, over.box is None) == ("start", False)
