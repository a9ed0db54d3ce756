"""On a wide screen the first record opens by itself; a tap on its row makes it the person's own and asks for it no second time.
What an earlier list had asked for writes no address over that of the list that took its place."""

import asyncio
import re

import pytest
from playwright.async_api import Route, expect

from tests.rig.workbench import HOUSE
from tests.static.conftest import Stand

LEDGER = """<script src="/vendor/htmx.org@2.0.11/htmx.min.js"></script>
<div class="ld-split" id="ledger" data-behaviour="ledger" data-list="/ledger">
<a data-row href="/ledger/a" hx-get="/ledger/a" hx-target="#record" hx-swap="innerHTML show:none">街天联合巡查</a>
<div id="record" tabindex="-1"></div></div>"""
FOUND = (
    LEDGER.partition("\n")[2].replace("/ledger", "/ledger?q=jt").replace("/ledger?q=jt/a", "/ledger/a?q=jt")
)
ADDRESS = "() => location.pathname + location.search"
HEARING = """() => {
  globalThis.earlierHeard = false;
  document.querySelector("#ledger").addEventListener("htmx:afterSwap", () => (globalThis.earlierHeard = true));
}"""
RECORD = '<article data-record="a" data-url="/ledger/a">记录</article>'


@pytest.mark.parametrize("early", [True, False], ids=["while it is on its way", "once it stands there"])
async def test_the_record_that_opened_by_itself_is_not_asked_for_again(stand: Stand, early: bool) -> None:
    page, asked, answering = await stand(""), list[str](), asyncio.Event()

    async def answer(route: Route) -> None:
        asked.append(route.request.url)
        await answering.wait()
        await route.fulfill(body=RECORD, content_type="text/html")

    await page.set_viewport_size({"width": 1024, "height": 768})
    await page.route(f"{HOUSE}/ledger/a", answer)
    async with page.expect_request(f"{HOUSE}/ledger/a"):
        await stand(LEDGER, still=False)
    record = page.locator("#record article")
    if not early:
        answering.set()
        await expect(record).to_be_visible()
        assert await page.evaluate("location.pathname") == "/"
    await page.locator("[data-row]").click()
    answering.set()
    await expect(record).to_be_visible()
    await page.wait_for_function("() => location.pathname === '/ledger/a'")
    assert len(asked) == 1


async def test_an_earlier_list_writes_no_address_over_what_was_searched_for(stand: Stand) -> None:
    page, answering = await stand(""), asyncio.Event()

    async def answer(route: Route) -> None:
        if "?" not in route.request.url:
            await answering.wait()
        searched = route.request.url.startswith(f"{HOUSE}/ledger?")
        await route.fulfill(body=FOUND if searched else RECORD, content_type="text/html")

    await page.set_viewport_size({"width": 1024, "height": 768})
    await page.route(re.compile(f"{HOUSE}/ledger.*"), answer)
    async with page.expect_request(f"{HOUSE}/ledger/a"):
        await stand(LEDGER, still=False)
    await page.evaluate(HEARING)
    await page.evaluate(
        "() => void htmx.ajax('GET', '/ledger?q=jt', { target: '#ledger', swap: 'outerHTML' })"
    )
    await expect(page.locator("#record article")).to_be_visible()
    await page.locator("[data-row]").click()
    assert await page.evaluate(ADDRESS) == "/ledger/a?q=jt"
    answering.set()
    await page.wait_for_function("() => earlierHeard")
    assert await page.evaluate(ADDRESS) == "/ledger/a?q=jt"
