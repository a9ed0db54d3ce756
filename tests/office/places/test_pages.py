"""The pages on which key places are looked after."""

import pytest

from backend.demo.ids import demo_id
from tests.rig.cast import Cast

MARKET = demo_id("place", "sfz", "农贸市场")


@pytest.mark.parametrize("username", ["duizhang", "guanli"])
async def test_the_list_names_every_place_with_what_matters_there(cast: Cast, username: str) -> None:
    page = (await (await cast.browser(username)).get("/places")).text
    assert "重点场所" in page
    assert f"/places/{MARKET}" in page
    assert "逢三逢八街天" in page
    assert "东坝集市" not in page


async def test_the_form_holds_what_is_known(cast: Cast) -> None:
    page = (await (await cast.browser("duizhang")).get(f"/places/{MARKET}")).text
    assert 'value="农贸市场"' in page
    assert 'data-method="PATCH"' in page
    assert f'data-url="/api/v1/places/{MARKET}"' in page
    assert 'data-sketch="/api/v1/sketch.geojson"' in page


async def test_the_form_tells_what_was_changed_by_whom(cast: Cast) -> None:
    captain = await cast.browser("duizhang")
    await captain.patch(f"/api/v1/places/{MARKET}", json={"busy": "逢五逢十", "radius_m": 200})
    page = (await captain.get(f"/places/{MARKET}")).text
    assert "改了范围、什么时候要紧" in page
    assert "韩立夏" in page


async def test_a_new_place_begins_with_an_empty_form(cast: Cast) -> None:
    page = (await (await cast.browser("duizhang")).get("/places/new")).text
    assert 'data-url="/api/v1/places/{new}"' in page


@pytest.mark.parametrize("path", ["/places", "/places/new", f"/places/{MARKET}"])
async def test_others_are_kept_out(cast: Cast, path: str) -> None:
    assert (await (await cast.browser("duiyuan")).get(path)).status_code == 403


async def test_a_neighbours_place_is_not_found(cast: Cast) -> None:
    other = demo_id("place", "lz", "东坝集市")
    assert (await (await cast.browser("duizhang")).get(f"/places/{other}")).status_code == 404
