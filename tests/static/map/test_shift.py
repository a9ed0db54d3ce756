"""GCJ-02 is for display only: shown some hundred metres away, stored where it was."""

from math import cos, radians
from typing import Any

from playwright.async_api import Page

TOWN = [102.4, 24.17]
SHIFT = """async place => {
  const { useGcj02, shown, stored, shownFeatures } = await import("/js/map/shift.js");
  const plain = shown(place);
  await useGcj02(new URL("/vendor/gcoord@1.0.7", location).href);
  const line = { geometry: { type: "LineString", coordinates: [place, place] }, properties: { kind: "track" } };
  const nowhere = { geometry: null, properties: { kind: "gap" } };
  return { plain, shown: shown(place), back: stored(shown(place)), features: shownFeatures([line, nowhere]) };
}"""


def metres(a: list[float], b: list[float]) -> float:
    east = (a[0] - b[0]) * 111_320 * cos(radians(a[1]))
    north = (a[1] - b[1]) * 111_320
    return float((east**2 + north**2) ** 0.5)


async def test_there_and_back_is_the_same_place(workbench: Page) -> None:
    found: dict[str, Any] = await workbench.evaluate(SHIFT, TOWN)
    assert found["plain"] == TOWN
    assert 100 < metres(found["shown"], TOWN) < 1000
    assert metres(found["back"], TOWN) < 0.5


async def test_features_are_shifted_and_what_is_nowhere_stays_nowhere(workbench: Page) -> None:
    found: dict[str, Any] = await workbench.evaluate(SHIFT, TOWN)
    line, nowhere = found["features"]
    assert line["geometry"]["coordinates"] == [found["shown"], found["shown"]]
    assert nowhere["geometry"] is None
