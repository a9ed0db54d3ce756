"""Our JavaScript modules in a real browser, without a server: `await workbench.evaluate("async () => (await import('/js/…')).…")`.

The page is empty and secure (https), so IndexedDB, digests and keys work as on a phone.
"""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page, Route

from backend.foundation.web.assets.serving import tree

HOUSE = "https://house.test"
EMPTY_PAGE = "<!doctype html><html lang='zh-CN'><title>联动</title><meta name='csrf' content='token'><main id='main'></main></html>"


async def serve(route: Route) -> None:
    """Files under static/ at the root, as the server sends them; the root itself is the empty page."""
    path = route.request.url.removeprefix(f"{HOUSE}/").split("?")[0]
    asset = tree().assets.get(path)
    if not path:
        await route.fulfill(body=EMPTY_PAGE, content_type="text/html")
    elif asset:
        await route.fulfill(body=asset.body, content_type=asset.media_type)
    else:
        await route.fulfill(status=404)


@pytest.fixture
async def workbench(shell: Browser) -> AsyncIterator[Page]:
    context = await shell.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
    await context.route(f"{HOUSE}/**", serve)
    page = await context.new_page()
    await page.goto(HOUSE)
    yield page
    await context.close()
