"""How far and by which arrow, the same on the server and on the device."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.async_api import Page

from backend.field.assists.rules.way import NEAR_M, way

MARKET = (24.1734, 102.4045)
DEVICE = """async (pairs) => {
  const { wayTo } = await import('/js/map/geodesic.js');
  return pairs.map(([from, to]) => wayTo({ lat: from[0], lon: from[1] }, { lat: to[0], lon: to[1] }));
}"""
AROUND = [
    ((0.01, 0), "n", "正北方向"),
    ((0.01, 0.011), "ne", "东北方向"),
    ((0, 0.01), "e", "正东方向"),
    ((-0.01, 0.011), "se", "东南方向"),
    ((-0.01, 0), "s", "正南方向"),
    ((-0.01, -0.011), "sw", "西南方向"),
    ((0, -0.01), "w", "正西方向"),
    ((0.01, -0.011), "nw", "西北方向"),
]


@pytest.mark.parametrize(("step", "eighth", "words"), AROUND, ids=[each[1] for each in AROUND])
def test_one_of_eight_arrows(step: tuple[float, float], eighth: str, words: str) -> None:
    found = way(MARKET, (MARKET[0] + step[0], MARKET[1] + step[1]))
    assert (found.eighth, found.words) == (eighth, words)
    assert 1000 < found.distance_m < 1700


def test_closer_than_positions_are_exact_there_is_no_direction() -> None:
    near = way(MARKET, (MARKET[0] + 0.0001, MARKET[1]))
    assert near.distance_m < NEAR_M
    assert near.words == "就在附近"
    assert way(MARKET, (MARKET[0] + 0.0002, MARKET[1])).words == "正北方向"


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(-80, 80), st.floats(-179, 179))
def test_every_direction_has_an_arrow(lat: float, lon: float, to_lat: float, to_lon: float) -> None:
    assert way((lat, lon), (to_lat, to_lon)).eighth in {"n", "ne", "e", "se", "s", "sw", "w", "nw"}


async def test_the_device_measures_as_the_server_does(workbench: Page) -> None:
    goals = [(MARKET[0] + north, MARKET[1] + east) for (north, east), _, _ in AROUND]
    goals += [(24.5, 103.1), (39.9, 116.4), (-33.9, 151.2), MARKET]
    told = await workbench.evaluate(DEVICE, [[MARKET, goal] for goal in goals])
    for goal, device in zip(goals, told, strict=True):
        found = way(MARKET, goal)
        assert device["metres"] == pytest.approx(found.distance_m, abs=0.01)
        assert device["eighth"] == found.eighth or found.distance_m == 0


async def test_the_device_knows_what_lies_on_the_other_side_of_the_earth(workbench: Page) -> None:
    [told] = await workbench.evaluate(DEVICE, [[(0.0, 0.0), (0.3, 179.9)]])
    assert told["metres"] == pytest.approx(20_000_000, rel=0.01)
