"""A map is drawn where it is looked at: the township, the track with its gaps apart, numbered findings, the live end."""

import re
from typing import Any

from playwright.async_api import Page, Route, expect

from tests.static.conftest import Stand

MAP = """<style>.ld-map__canvas { width: 390px; height: 300px; }</style><div class="ld-map">
<div class="ld-map__canvas" data-behaviour="map" data-leaflet="/vendor/leaflet@1.9.4" data-style="/css/map.css" data-gcoord="/vendor/gcoord@1.0.7"
 data-sketch="/api/v1/sketch.geojson" data-tiles-subdomains="1234" {{ attrs | safe }}></div><button data-map-act="whole">看全程</button></div>"""
FIELD = """<div id="place">{% for name in ("lat", "lon") %}<input type="hidden" name="position.{{ name }}" value="{{ known[name] }}">{% endfor %}</div>"""
EDGE = [[102.3, 24.1], [102.5, 24.1], [102.5, 24.2], [102.3, 24.2], [102.3, 24.1]]
TWO_STROKES = re.compile(r"^M[^ML]+L[^ML]+M[^ML]+L[^ML]+$")
SKETCH = [
    {"type": "Feature", "properties": {"kind": "boundary"}, "geometry": {"type": "Polygon", "coordinates": [EDGE]}},
    {"type": "Feature", "properties": {"kind": "place", "name": "<b>集市</b>"}, "geometry": {"type": "Point", "coordinates": [102.4, 24.15]}},
]  # fmt: skip


def stretch(
    *places: list[float], device: str = "other", at: str = "2026-11-23T10:36:00+08:00"
) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"kind": "track", "device": device, "times": [at] * len(places)},
        "geometry": {"type": "LineString", "coordinates": list(places)},
    }


def finding(number: int, place: list[float] | None) -> dict[str, Any]:
    geometry = {"type": "Point", "coordinates": place} if place else None
    return {"type": "Feature", "properties": {"kind": "finding", "number": number}, "geometry": geometry}


OWN = [
    stretch([102.40, 24.15], [102.41, 24.15]),
    {"type": "Feature", "properties": {"kind": "gap", "device": "other"}, "geometry": None},
    stretch([102.42, 24.15], [102.43, 24.15]),
    finding(1, [102.41, 24.15]),
    finding(2, None),
]


async def drawn(
    stand: Stand, attrs: str = "", *, own: list[Any] = OWN, more: str = "", **values: Any
) -> Page:
    async def answer(route: Route) -> None:
        features = SKETCH if "sketch" in route.request.url else own
        await route.fulfill(json={"type": "FeatureCollection", "features": features})

    page = await stand("")
    await page.route("**/*.geojson", answer)
    page = await stand(more + MAP, still=False, attrs=attrs, **values)
    await expect(page.locator("[data-drawn]")).to_have_count(1)
    return page


async def test_the_township_is_drawn_and_its_names_are_text(stand: Stand) -> None:
    page = await drawn(stand)
    assert await page.locator(".ld-map__edge").count() == 1
    assert await page.locator(".ld-map__label").inner_text() == "<b>集市</b>"


async def test_a_gap_is_dashed_and_apart_from_the_track(stand: Stand) -> None:
    page = await drawn(stand, 'data-features="/own.geojson"')
    assert await page.locator("path.ld-map__track").count() == 2
    gap = page.locator("path.ld-map__gap")
    assert await gap.count() == 1
    assert await gap.get_attribute("stroke-dasharray") == "8 7"


async def test_findings_carry_their_numbers_and_are_no_buttons(stand: Stand) -> None:
    page = await drawn(stand, 'data-features="/own.geojson"')
    assert await page.locator(".ld-map__number").all_inner_texts() == ["1"]
    assert await page.locator(".ld-map__number[tabindex]").count() == 0


async def test_the_live_track_goes_on_from_the_last_known_place(stand: Stand) -> None:
    page = await stand("")
    device = await page.evaluate("async () => (await import('/js/sending/device.js')).deviceId()")
    own = [stretch([102.40, 24.15], [102.41, 24.15], device=device)]
    page = await drawn(stand, 'data-features="/own.geojson" data-grows="p" data-gap-s="120"', own=own)
    assert await _commands(page, ".ld-map__track", -1) == "M"
    await moved(page, 60, 102.412)
    assert await _commands(page, ".ld-map__track", -1) == "ML"
    await moved(page, 600, 102.414)
    await moved(page, 630, 102.416)
    await expect(page.locator("path.ld-map__track").last).to_have_attribute("d", TWO_STROKES)
    assert await _commands(page, ".ld-map__gap", -1) == "ML"


async def test_a_place_is_picked_where_it_was_tapped(stand: Stand) -> None:
    page = await drawn(stand, 'data-pick="place"', more=FIELD, known={})
    await page.evaluate(
        "() => document.getElementById('place').addEventListener('picked', (event) => { globalThis.picked = event.detail; })"
    )
    await page.locator(".ld-map__canvas").click(position={"x": 195, "y": 150})
    picked = await page.evaluate("picked")
    assert (round(picked["lat"], 2), round(picked["lon"], 2)) == (24.15, 102.4)
    assert await page.locator(".ld-map__pin").count() == 1


async def test_a_place_that_is_known_stands_there_already(stand: Stand) -> None:
    page = await drawn(stand, 'data-pick="place"', more=FIELD, known={"lat": 24.15, "lon": 102.4})
    assert await page.locator(".ld-map__pin").count() == 1


async def test_over_gcj02_tiles_what_is_picked_is_stored_as_wgs84(stand: Stand) -> None:
    tiles = 'data-tiles="https://house.test/{s}/{z}/{x}/{y}.png" data-tiles-system="gcj02"'
    page = await drawn(stand, f'data-pick="place" {tiles}', more=FIELD, known={"lat": 24.15, "lon": 102.4})
    await page.evaluate(
        "() => document.getElementById('place').addEventListener('picked', (event) => { globalThis.picked = event.detail; })"
    )
    await page.locator(".ld-map__canvas").click(position={"x": 195, "y": 150})
    picked = await page.evaluate("picked")
    assert abs(picked["lat"] - 24.15) < 0.0001
    assert abs(picked["lon"] - 102.4) < 0.0001
    assert await page.locator(".ld-map__edge").count() == 0


async def moved(page: Page, after_s: int, lon: float) -> None:
    script = """([after, lon]) => document.dispatchEvent(new CustomEvent("moved", { detail:
      { lat: 24.15, lon, accuracy_m: 8, time: Date.parse("2026-11-23T10:36:00+08:00") + after * 1000 } }))"""
    await page.evaluate(script, [after_s, lon])


async def _commands(page: Page, path: str, number: int) -> str:
    """Moves and lines of a path: ML is one stroke, MLML are two that do not touch."""
    drawn = await page.locator(f"path{path}").nth(number).get_attribute("d")
    return "".join(sign for sign in drawn or "" if sign in "ML")


def called(kind: str, name: str, lon: float) -> dict[str, Any]:
    place = {"type": "Point", "coordinates": [lon, 24.15]}
    return {"type": "Feature", "properties": {"kind": kind, "name": name}, "geometry": place}


async def test_where_help_has_come_who_called_lies_above_and_every_name_can_be_read(stand: Stand) -> None:
    names = [("call", "沈禾"), ("responder", "周青岩"), ("responder", "罗远山")]
    page = await drawn(
        stand, 'data-features="/api/v1/own.geojson"', own=[called(*each, 102.40) for each in names]
    )
    boxes = [await page.get_by_text(name, exact=True).bounding_box() for _, name in names]
    for at, one in enumerate(boxes):
        for other in boxes[:at]:
            assert one is not None
            assert other is not None
            beside = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            assert (
                beside or one["y"] >= other["y"] + other["height"] or other["y"] >= one["y"] + one["height"]
            )
    heights = [
        await page.locator(f".ld-map__{kind}").first.evaluate("e => Number(e.style.zIndex)")
        for kind in ("call", "responder")
    ]
    assert heights[0] > heights[1]


async def test_who_called_is_named_left_of_the_sign_where_the_edge_would_cut_the_name(stand: Stand) -> None:
    own = [called("responder", "周青岩", 102.40), called("call", "阿依努尔·托合提麦麦提江", 102.43)]
    page = await drawn(stand, 'data-features="/api/v1/own.geojson"', own=own)
    edge = await page.locator(".ld-map__canvas").bounding_box()
    assert edge is not None
    for sign, moved in (("responder", False), ("call", True)):
        name = page.locator(f".ld-map__{sign} > span")
        box = await name.bounding_box()
        assert box is not None
        assert edge["x"] <= box["x"] < box["x"] + box["width"] <= edge["x"] + edge["width"], sign
        assert await name.locator("xpath=..").evaluate("e => e.classList.contains('ld-map__sign_left')") is moved  # fmt: skip
