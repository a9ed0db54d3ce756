"""The map of command on a tablet whose processor is four times slower: 500 people who move, while somebody drags it.

The limit is the same map dragged with nobody on it: what the machine can draw at all.
"""

import json
from statistics import median, quantiles
from typing import Any

from playwright.async_api import Page, Route, async_playwright

from tests.bench.figures import Figure
from tests.bench.raw.serving import AS_IN_AN_OFFICE
from tests.rig.browser import FLAGS, Screens, chromium_path
from tests.rig.server import Servers

PEOPLE, BEATS, SLOWER = 500, 3, 4
AIM_MS = 100  # longer than this a hand sees it stop
SIDE = 25
FRAMES = """() => { globalThis.gaps = []; let before = performance.now();
  const beat = (at) => { gaps.push(at - before); before = at; requestAnimationFrame(beat); }; requestAnimationFrame(beat); }"""


async def measure(servers: Servers) -> list[Figure]:
    server = servers.with_demo("command", **AS_IN_AN_OFFICE).start()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        screens = Screens(browser, server)
        alone, crowd = [await _dragged(screens, people) for people in (0, PEOPLE)]
        await browser.close()
    return [
        _figure("frame while 500 people move, median", median(crowd), median(alone)),
        _figure(
            "frame while 500 people move, 99 of 100", quantiles(crowd, n=100)[98], quantiles(alone, n=100)[98]
        ),
    ]


async def _dragged(screens: Screens, people: int) -> list[float]:
    """Milliseconds of every frame while the map is dragged to and fro over some beats."""
    page = await screens.sign_in(await screens.open("tablet", service_workers="block"), "zhihui")
    beats = await _moving(page, people)
    await page.goto("/command")
    await page.locator(".ld-map__canvas[data-drawn]").wait_for()
    line = await page.context.new_cdp_session(page)
    await line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    await page.evaluate(FRAMES)
    begun = len(beats)
    await page.mouse.move(400, 400)
    await page.mouse.down()
    while len(beats) < begun + BEATS:
        for x in (300, 500, 400):
            await page.mouse.move(x, 400, steps=8)
    await page.mouse.up()
    assert await page.locator(".ld-map__canvas").get_attribute("data-people") == str(people)
    gaps: list[float] = await page.evaluate("gaps")
    await page.context.close()
    return gaps


async def _moving(page: Page, people: int) -> list[int]:
    """Each time the page asks, everybody has gone some way on; how often it asked."""
    beats: list[int] = []

    async def answer(route: Route) -> None:
        beats.append(len(beats))
        features = [_person(number, len(beats)) for number in range(people)]
        body = json.dumps({"type": "FeatureCollection", "features": features})
        await route.fulfill(body=body, content_type="application/geo+json")

    await page.route("**/api/v1/command/situation.geojson", answer)
    return beats


def _person(number: int, beat: int) -> dict[str, Any]:
    east, north = number % SIDE, number // SIDE
    place = [102.37 + east * 0.0025 + beat * 0.0004, 24.14 + north * 0.0025 + beat * 0.0003]
    named = {"kind": "person", "id": str(number), "name": f"队员{number}", "stale": number % 5 == 0}
    return {"type": "Feature", "properties": named, "geometry": {"type": "Point", "coordinates": place}}


def _figure(name: str, value: float, limit: float) -> Figure:
    return Figure(name, value, "ms", AIM_MS, limit, better="less", held="value")
