"""What a phone fetches the first time: the sign-in page, then today; counted by the browser, before the worker keeps the shell."""

from typing import Any

from playwright.async_api import Page, async_playwright

from tests.bench.figures import Figure
from tests.rig.browser import DEVICES, FLAGS, PASSWORD, chromium_path
from tests.rig.server import Servers

AIM_KB, KB = 110, 1024
QUIET_MS = 1_500
# A phone's line may speak brotli too; the aim is in what everybody speaks.
ACCEPTED = {"Accept-Encoding": "gzip"}


async def measure(servers: Servers) -> list[Figure]:
    server = servers.prepare("first-load")
    assert server.liandong("demo").returncode == 0
    server.start()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        page = await browser.new_page(base_url=server.url, service_workers="block", **DEVICES["phone"])
        sign_in, both = await _fetched(page)
        await browser.close()
    return [
        Figure("first load: /login", sign_in, "KB", AIM_KB, better="less"),
        Figure("first load: /login, then /", both, "KB", AIM_KB, better="less"),
    ]


async def _fetched(page: Page) -> tuple[float, float]:
    """Kilobytes after the sign-in page, and after today behind it: heads and bodies as they came over the line."""
    line, came = await page.context.new_cdp_session(page), list[float]()

    def count(event: dict[str, Any]) -> None:
        came.append(event["encodedDataLength"] / KB)

    line.on("Network.loadingFinished", count)
    await line.send("Network.enable")
    await line.send("Network.setExtraHTTPHeaders", {"headers": ACCEPTED})
    await page.goto("/login")
    await _nothing_more(page, came)
    sign_in = sum(came)
    await page.fill('[name="username"]', "duiyuan")
    await page.fill('[name="password"]', PASSWORD)
    await page.press('[name="password"]', "Enter")
    await page.wait_for_url(lambda url: "/login" not in url)
    await _nothing_more(page, came)
    return sign_in, sum(came)


async def _nothing_more(page: Page, came: list[float]) -> None:
    """The live line stays open, so a page is never idle: it is there when nothing else has come for a while."""
    await page.wait_for_load_state("load")
    before = -1
    while before != len(came):
        before = len(came)
        await page.wait_for_timeout(QUIET_MS)
