"""The shift between what is stored and what Chinese maps draw: the same as the browser's, none abroad."""

import pytest
from playwright.async_api import Page

from backend.foundation.distance import along_sphere
from backend.foundation.gcj02 import gcj02

BROWSER = """async ([lat, lon]) => {
  const { default: gcoord } = await import('/vendor/gcoord@1.0.7/gcoord.esm-browser.prod.js');
  const [shownLon, shownLat] = gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02);
  return [shownLat, shownLon];
}"""
PLACES = [(24.1734, 102.4045), (39.9042, 116.4074), (43.8256, 87.6168), (19.25, 109.05), (45.75, 126.63)]


@pytest.mark.parametrize("place", PLACES, ids=str)
async def test_it_is_where_the_browsers_maps_have_it(place: tuple[float, float], workbench: Page) -> None:
    shown = await workbench.evaluate(BROWSER, list(place))
    assert along_sphere(gcj02(place), (shown[0], shown[1])) < 1


def test_it_lies_some_hundred_metres_away() -> None:
    assert 100 < along_sphere(PLACES[0], gcj02(PLACES[0])) < 1000


@pytest.mark.parametrize("abroad", [(51.5, -0.12), (35.68, 139.69), (0.0, 0.0)], ids=str)
def test_abroad_nothing_is_shifted(abroad: tuple[float, float]) -> None:
    assert gcj02(abroad) == abroad
