"""A map the server drew is a picture until it is tapped, then Leaflet's at the same view; a running patrol's grows by itself."""

import re
from datetime import datetime

from playwright.async_api import Locator, Page, Route, expect

from backend.foundation.maps import Map, Way
from tests.static.behaviours.test_map import SKETCH, finding, moved, stretch
from tests.static.conftest import Stand

FRAME = """<link rel="stylesheet" href="/css/parts/map.css"><link rel="stylesheet" href="/css/parts/drawing.css">
{% from "shared/photos.html" import map_frame, map_tool %}{% call map_frame("way", "巡查路线图", "strip", dict({
 "data-leaflet": "/vendor/leaflet@1.9.4", "data-style": "/css/map.css", "data-gcoord": "/vendor/gcoord@1.0.7",
 "data-sketch": "/api/v1/sketch.geojson", "data-features": "/own.geojson"}, **more), shown.drawn("strip", care=False)) %}
{{ map_tool("看全程", "locate", "whole") }}{% endcall %}"""
STREET = [(24.150, 102.400), (24.152, 102.410)]
MARKET = [(24.155, 102.412), (24.158, 102.420)]
AT = datetime.fromisoformat("2026-11-23T10:36:00+08:00")
TOWNSHIP = {"type": "FeatureCollection", "features": SKETCH}
PATROL = Map(TOWNSHIP, [Way("other", [STREET, MARKET], AT)], [(1, STREET[1]), (2, MARKET[1])])
OWN = [stretch(*([lon, lat] for lat, lon in line)) for line in (STREET, MARKET)] + [
    finding(number, [lon, lat]) for number, (lat, lon) in PATROL.numbered
]
LIVE = {"data-grows": "p", "data-gap-s": "120"}


async def shown(
    stand: Stand, on_map: Map = PATROL, *, width: int = 390, more: dict[str, str] | None = None
) -> Page:
    """The page with that map on a screen so wide; its picture is there and nothing has been asked of Leaflet."""

    async def answer(route: Route) -> None:
        features = SKETCH if "sketch" in route.request.url else OWN
        await route.fulfill(json={"type": "FeatureCollection", "features": features})

    page = await stand("")
    await page.set_viewport_size({"width": width, "height": 844})
    await page.route("**/*.geojson", answer)
    page = await stand(FRAME, still=False, shown=on_map, more=more or {})
    await expect(page.get_by_role("button", name="点按放大移动")).to_be_visible()
    assert not await page.evaluate("'L' in globalThis")
    return page


async def middle(one: Locator) -> tuple[float, float]:
    box = await one.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def near(one: tuple[float, float], other: tuple[float, float], pixels: float = 1.5) -> bool:
    return all(abs(a - b) <= pixels for a, b in zip(one, other, strict=True))


async def test_the_picture_has_the_way_its_gap_and_the_numbers(stand: Stand) -> None:
    picture = (await shown(stand)).locator(".ld-map__drawing")
    assert await picture.locator("path.ld-map__track").count() == 2
    assert await picture.locator("path.ld-map__gap").count() == 1
    assert await picture.locator(".ld-map__number").all_text_contents() == ["1", "2"]
    assert await picture.locator(".ld-map__text").text_content() == "<b>集市</b>"


async def test_a_tap_makes_it_a_map_at_the_same_view(stand: Stand) -> None:
    page = await shown(stand)
    before = [await middle(each) for each in await page.locator(".ld-map__pin").all()]
    await page.locator(".ld-map__canvas").click(position={"x": 20, "y": 20})
    await expect(page.locator("[data-drawn]")).to_have_count(1)
    after = [await middle(each) for each in await page.locator(".ld-map__number").all()]
    assert len(before) == 2
    assert all(near(one, other) for one, other in zip(before, after, strict=True)), (before, after)
    assert await page.locator("path.ld-map__track").count() == 2
    assert await page.locator(".ld-map__drawing, [data-map-open]").count() == 0


async def test_once_opened_it_is_not_taken_away_by_news(stand: Stand) -> None:
    page = await shown(stand)
    held = "(async () => (await import('/js/live/hands.js')).inHand(document.body))()"
    assert not await page.evaluate(held)
    await page.get_by_role("button", name="点按放大移动").click()
    await expect(page.locator(".leaflet-container")).to_be_visible()
    await expect(page.locator("[data-busy]")).to_have_count(1)
    assert await page.evaluate(held)


async def test_the_enter_key_opens_it_too_and_the_map_has_the_focus(stand: Stand) -> None:
    page = await shown(stand)
    await expect(page.get_by_role("button", name="看全程")).to_be_hidden()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("[data-drawn]")).to_be_focused()
    await expect(page.get_by_role("button", name="看全程")).to_be_visible()


async def test_a_map_that_does_not_come_says_so_and_can_be_asked_again(stand: Stand) -> None:
    page = await shown(stand)
    await page.route("**/leaflet.js", lambda route: route.abort())
    await page.get_by_role("button", name="点按放大移动").click()
    again = page.get_by_role("button", name="没有打开，再点一次")
    await expect(again).to_be_enabled()
    await page.unroute("**/leaflet.js")
    await again.click()
    await expect(page.locator("[data-drawn]")).to_have_count(1)


async def test_a_wide_frame_shows_more_around_it_in_letters_of_the_same_size(stand: Stand) -> None:
    places = [
        {"type": "Feature", "properties": {"kind": "place", "name": name}, "geometry": {"type": "Point", "coordinates": where}}
        for name, where in (("集市", [102.402, 24.156]), ("东村", [102.428, 24.154]))
    ]  # fmt: skip
    on_map = Map({"features": places}, PATROL.ways)
    narrow = await shown(stand, on_map)
    names = narrow.locator(".ld-map__text")
    assert [await name.is_visible() for name in await names.all()] == [True, False]
    before = await names.first.bounding_box()
    wide = await shown(stand, on_map, width=1000)
    await expect(wide.locator(".ld-map__text").nth(1)).to_be_visible()
    after = await wide.locator(".ld-map__text").first.bounding_box()
    assert before
    assert after
    # Glyphs are hinted to whole pixels, at each scale in its own way.
    assert abs(before["height"] - after["height"]) < 2


async def test_the_track_grows_in_the_picture_from_where_the_server_has_it(stand: Stand) -> None:
    page = await stand("")
    device = await page.evaluate("async () => (await import('/js/sending/device.js')).deviceId()")
    page = await shown(stand, Map(TOWNSHIP, [Way(device, [STREET], AT)]), more=LIVE)
    grown = page.locator(".ld-map__drawing > path.ld-map__track")
    await expect(grown).to_have_attribute("d", re.compile(r"^M[^ML]+$"))
    await moved(page, 60, 102.412)
    await expect(grown).to_have_attribute("d", re.compile(r"^M[^ML]+L[^ML]+$"))
    await moved(page, 600, 102.414)
    await moved(page, 630, 102.416)
    await expect(grown).to_have_attribute("d", re.compile(r"^M[^ML]+L[^ML]+M[^ML]+L[^ML]+$"))
    await expect(page.locator(".ld-map__drawing > path.ld-map__gap")).to_have_attribute(
        "d", re.compile(r"^M[^ML]+L[^ML]+$")
    )
    assert not await page.evaluate("'L' in globalThis")


async def test_whoever_walks_stays_in_the_middle_and_close_also_when_it_is_opened(stand: Stand) -> None:
    page = await shown(stand, Map(TOWNSHIP, numbered=PATROL.numbered), more=LIVE)
    await expect(page.locator(".ld-map__drawing > path.ld-map__track")).to_have_count(1)
    far = await middle(page.locator(".ld-map__pin").first)
    await moved(page, 60, 102.412)
    assert near(await middle(page.locator(".ld-map__me")), await middle(page.locator(".ld-map__canvas")))
    before = [await middle(each) for each in await page.locator(".ld-map__pin").all()]
    assert not near(before[0], far, 20)
    await page.locator(".ld-map__canvas").click(position={"x": 20, "y": 20})
    await expect(page.locator("[data-drawn]")).to_have_count(1)
    after = [await middle(each) for each in await page.locator(".ld-map__number").all()]
    assert all(near(one, other) for one, other in zip(before, after, strict=True)), (before, after)


async def test_a_tablet_turned_before_the_first_fix_shows_nobody_anywhere(stand: Stand) -> None:
    page = await shown(stand, Map(TOWNSHIP, numbered=PATROL.numbered), more=LIVE)
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    await expect(page.locator(".ld-map__drawing > path.ld-map__track")).to_have_count(1)
    before = await page.locator(".ld-map__number").first.get_attribute("transform")
    await page.set_viewport_size({"width": 1000, "height": 768})
    await expect(page.locator(".ld-map__number").first).not_to_have_attribute("transform", before or "")
    assert await page.locator(".ld-map__me").count() == 0
    assert broken == []
    await moved(page, 60, 102.412)
    assert near(await middle(page.locator(".ld-map__me")), await middle(page.locator(".ld-map__canvas")))


async def test_a_picture_that_was_closer_than_a_street_stays_as_close(stand: Stand) -> None:
    page = await shown(stand, Map(TOWNSHIP, numbered=[(1, STREET[0])]), more=LIVE)
    assert await page.locator(".ld-map__drawing").get_attribute("data-zoom") == "16.0"
    await moved(page, 60, 102.412)
    assert await page.locator(".ld-map__drawing").evaluate("(svg) => svg.viewBox.baseVal.width") == 390
