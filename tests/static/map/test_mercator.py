"""The browser reckons as the server does, and there and back is where one began."""

import pytest
from playwright.async_api import Page

from backend.foundation.maps.mercator import View

PLACED = """async ([centre, place, zoom]) => {
  const { world } = await import("/js/map/mercator.js");
  const [from, to] = [world(centre, zoom), world(place, zoom)];
  return [to[0] - from[0], to[1] - from[1]];
}"""
BACK = "async ([place, zoom]) => { const m = await import('/js/map/mercator.js'); return m.position(m.world(place, zoom), zoom); }"
SCALE = "async ([lat, zoom]) => (await import('/js/map/mercator.js')).pixelsPerMetre(lat, zoom)"


@pytest.mark.parametrize("lat", [24.2, -33.0, 89.0])
async def test_it_places_where_the_server_places(workbench: Page, lat: float) -> None:
    given = [{"lat": 24.16, "lon": 102.39}, {"lat": lat, "lon": 102.45}, 14.25]
    there = View((24.16, 102.39), 14.25, 390, 236).place((lat, 102.45))
    assert await workbench.evaluate(PLACED, given) == pytest.approx(there, abs=0.06)


async def test_there_and_back(workbench: Page) -> None:
    found = await workbench.evaluate(BACK, [{"lat": 24.16, "lon": 102.39}, 15])
    assert (found["lat"], found["lon"]) == pytest.approx((24.16, 102.39), abs=1e-9)


async def test_a_metre_is_as_many_pixels_as_leaflet_says(workbench: Page) -> None:
    assert await workbench.evaluate(SCALE, [0, 0]) == pytest.approx(1 / 156_543, rel=1e-4)
    assert await workbench.evaluate(SCALE, [60, 1]) == pytest.approx(4 / 156_543, rel=1e-4)
