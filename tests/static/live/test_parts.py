"""A page whose frame has changed is loaded anew, but nobody is called back from the page they are on the way to."""

import pytest
from playwright.async_api import Page

from tests.static.conftest import Stand

# The empty page the workbench serves has no dock: what this one hears of brings another frame.
OLD_FRAME = (
    """<script src="/vendor/htmx.org@2.0.11/htmx.min.js"></script>"""
    """<main id="main" data-live="patrol:p"></main><footer id="dock">送审</footer>"""
)
HEAR = "async () => { const parts = await import('/js/live/parts.js'); await parts.redraw(parts.hearing()); }"
GONE = "() => document.getElementById('dock') === null"


@pytest.fixture
async def page(stand: Stand) -> Page:
    page = await stand(OLD_FRAME)
    await page.wait_for_function("() => window.htmx")
    await page.evaluate("import('/js/live/parts.js').then(() => null)")
    return page


async def test_another_frame_is_loaded_anew(page: Page) -> None:
    await page.evaluate(f"({HEAR})().catch(() => null)")
    await page.clock.run_for(1)
    await page.wait_for_function(GONE)


async def test_whoever_is_leaving_is_not_called_back(page: Page) -> None:
    await page.evaluate("dispatchEvent(new Event('beforeunload')), null")
    await page.evaluate(HEAR)
    await page.clock.run_for(29_000)
    assert not await page.evaluate(GONE)


async def test_whoever_only_took_a_file_sees_the_new_frame_a_little_later(page: Page) -> None:
    await page.evaluate("dispatchEvent(new Event('beforeunload')), null")
    await page.evaluate(HEAR)
    await page.clock.run_for(31_000)
    await page.wait_for_function(GONE)
