"""What happens between two pages of one tab, and where a part cannot be had, is not lost."""

import json

import pytest
from playwright.async_api import Page, Route, expect

from tests.static.conftest import Stand
from tests.static.live.wire import CARD, NEWS, listening


@pytest.mark.parametrize("after_ms", [-(10**12), 10**12])
async def test_what_the_page_before_heard_once_this_one_was_asked_for_is_heard_again(
    stand: Stand, workbench: Page, after_ms: int
) -> None:
    """The server may have drawn it before that happened."""
    heard = "sessionStorage.setItem('ld-live-lately', JSON.stringify([{ at: performance.timeOrigin + %s, message: %s }]))"
    await workbench.context.add_init_script(heard % (after_ms, json.dumps(NEWS)))
    server = await listening(stand, CARD.format("已接警"), still=True)
    server.drawn = CARD.format("已出警")
    await server.page.clock.run_for(600)
    if after_ms < 0:
        assert server.asked == 0
        await server.says(seq=9)
        await server.page.clock.run_for(600)
    await expect(server.page.locator("#card")).to_have_text("已出警")
    assert server.asked == 1


async def test_what_is_heard_is_noted_for_the_next_page(stand: Stand) -> None:
    server = await listening(stand, CARD.format("已接警"))
    await server.says()
    noted = "() => JSON.parse(sessionStorage.getItem('ld-live-lately') ?? '[]').map(({ message }) => message)"
    await server.page.wait_for_function(f"() => ({noted})().length > 0")
    assert await server.page.evaluate(noted) == [NEWS]


ASKING = '<section id="rings" data-live="assist:*" data-live-now hx-get="/assists/alarms" hx-trigger="live">{}</section>'


@pytest.mark.parametrize("trouble", [502, 429, 0])
async def test_a_part_that_asks_for_itself_keeps_what_it_shows_and_asks_again(
    stand: Stand, trouble: int
) -> None:
    server = await listening(stand, ASKING.format("有人呼叫"), still=True)
    asked: list[str] = []

    async def answer(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) > 1:
            await route.fulfill(body="没有人呼叫", content_type="text/html")
        elif trouble:
            await route.fulfill(status=trouble, body="<h1>Bad Gateway</h1>", content_type="text/html")
        else:
            await route.abort()

    await server.page.route("**/assists/alarms", answer)
    failed = "() => { for (const name of ['responseError', 'sendError']) document.addEventListener(`htmx:${name}`, () => (globalThis.failed = true)); }"
    await server.page.evaluate(failed)
    await server.says()
    await server.page.clock.run_for(600)
    await server.page.wait_for_function("() => globalThis.failed")
    await expect(server.page.locator("#rings")).to_have_text("有人呼叫")
    await server.page.clock.run_for(5_000)
    await expect(server.page.locator("#rings")).to_have_text("没有人呼叫")
