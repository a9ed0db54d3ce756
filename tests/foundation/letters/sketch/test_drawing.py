from typing import Any
from xml.etree import ElementTree as ET

import pytest

from backend.foundation.letters.sketch.drawing import sketch

SVG = "{http://www.w3.org/2000/svg}"
STREET = [(24.160, 102.390), (24.162, 102.392), (24.163, 102.395)]
MARKET = [(24.166, 102.398), (24.167, 102.399)]


def feature(kind: str, form: str, coordinates: Any, name: str = "") -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"kind": kind, "name": name},
        "geometry": {"type": form, "coordinates": coordinates},
    }


RING = [[102.38, 24.15], [102.41, 24.15], [102.41, 24.18], [102.38, 24.15]]
TOWNSHIP = {
    "type": "FeatureCollection",
    "features": [
        feature("boundary", "Polygon", [RING], "示范镇"),
        feature("built", "MultiPolygon", [[RING], [RING]]),
        feature("road", "LineString", RING[:2], "县道"),
        feature("lane", "MultiLineString", [RING[:2], RING[1:3]]),
        feature("place", "Point", [102.393, 24.1615], "农贸市场"),
        feature("unheard-of", "LineString", RING[:2]),
        {"type": "Feature", "properties": None, "geometry": None},
    ],
}


def paths(svg: str | None) -> list[ET.Element]:
    assert svg
    return list(ET.fromstring(svg).iter(f"{SVG}path"))


def dashed(svg: str | None) -> list[ET.Element]:
    return [path for path in paths(svg) if path.get("stroke-dasharray") == "16 12"]


def words(svg: str | None) -> set[str | None]:
    assert svg
    return {text.text for text in ET.fromstring(svg).iter(f"{SVG}text")}


def test_nothing_to_draw_is_no_drawing() -> None:
    assert sketch([], [], TOWNSHIP) is None
    assert sketch([[]], []) is None


def test_a_whole_track_has_no_gap() -> None:
    assert dashed(sketch([[STREET]], [])) == []


def test_a_gap_is_drawn_as_a_gap() -> None:
    assert len(dashed(sketch([[STREET, MARKET]], []))) == 1


def test_tracks_of_two_devices_are_not_joined() -> None:
    assert dashed(sketch([[STREET], [MARKET]], [])) == []


def test_findings_carry_their_numbers_and_tracks_their_ends() -> None:
    assert {"1", "12", "起", "终"} <= words(sketch([[STREET]], [(1, STREET[0]), (12, MARKET[0])]))


def test_a_finding_without_a_track_is_drawn() -> None:
    assert "1" in words(sketch([], [(1, MARKET[0])]))


def test_the_township_lies_beneath_with_its_places() -> None:
    assert "农贸市场" in words(sketch([[STREET]], [], TOWNSHIP))
    assert len(paths(sketch([[STREET]], [], TOWNSHIP))) > len(paths(sketch([[STREET]], [])))


@pytest.mark.parametrize(
    ("positions", "bar"),
    [
        ([(24.160, 102.390)], "100米"),
        ([(24.160, 102.390), (24.170, 102.420)], "500米"),
        ([(24.0, 102.0), (24.3, 102.4)], "10公里"),
    ],
)
def test_the_scale_bar_has_a_round_length(positions: list[tuple[float, float]], bar: str) -> None:
    assert bar in words(sketch([[positions]], []))
