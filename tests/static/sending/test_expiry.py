"""A session that ran out is asked for again: at once where somebody tapped, and over nothing that is being written."""

import pytest
from playwright.async_api import Page, expect

from tests.static.answers import Held
from tests.static.conftest import Stand

HTMX = '<script src="/vendor/htmx.org@2.0.11/htmx.min.js"></script>'
AGAIN = """<template id="sign-in-again"><dialog><form data-url="/api/v1/session"><input name="username"><p data-said></p></form>
<button data-close>先不登录</button></dialog></template>"""
PAGE = (
    HTMX
    + AGAIN
    + """<textarea aria-label="经过"></textarea>
<div id="asking" hx-get="/assists/alarms" hx-trigger="{}">无人呼叫</div>"""
)


async def expired(stand: Stand, trigger: str) -> Page:
    page = await stand(PAGE.format(trigger), person="shen", still=False)
    await page.wait_for_function("() => window.htmx")
    await page.route("**/assists/alarms", lambda route: route.fulfill(status=401, body="先登录"))
    await page.route("**/api/v1/session", lambda route: route.fulfill(status=401, json={}))
    return page


async def ask(page: Page, event: str) -> None:
    """Until the answer was heard and what somebody is at work in was looked at."""
    await page.evaluate(
        """async event => {
            const heard = new Promise((hear) => document.addEventListener('htmx:responseError', hear, { once: true }))
            htmx.trigger('#asking', event)
            await heard
            await import('/js/live/hands.js')
            await new Promise((soon) => setTimeout(soon))
        }""",
        event,
    )


@pytest.mark.parametrize("trigger", ["live", "submit"])
async def test_it_is_asked_for_where_nobody_is_at_work(stand: Stand, trigger: str) -> None:
    page = await expired(stand, trigger)
    await ask(page, trigger)
    await expect(page.get_by_role("dialog")).to_be_visible()


async def test_what_the_page_asks_by_itself_lays_nothing_over_what_is_written(stand: Stand) -> None:
    page = await expired(stand, "live")
    looked: list[str] = []
    page.on("request", lambda asked: looked.append(asked.url))
    await page.get_by_label("经过").fill("三个摊点")
    await ask(page, "live")
    await page.get_by_label("经过").fill("")
    await page.get_by_label("经过").blur()
    async with page.expect_response("**/api/v1/session"):
        await ask(page, "live")
    await expect(page.get_by_role("dialog")).to_have_count(1)
    assert len([url for url in looked if url.endswith("/api/v1/session")]) == 1


async def test_a_session_that_is_back_by_now_is_not_asked_for(stand: Stand) -> None:
    page = await expired(stand, "live")
    await page.evaluate("document.head.insertAdjacentHTML('beforeend', '<meta name=csrf content=old>')")
    told = {"id": "shen", "csrf": "new"}
    await page.route("**/api/v1/session", lambda route: route.fulfill(json=told))
    line = Held()
    await page.route("**/assists/alarms", line)
    await page.evaluate("htmx.trigger('#asking', 'live')")
    await (await line.next()).fulfill(status=401, body="先登录")
    await (await line.next()).fulfill(body="有人呼叫")
    await expect(page.locator("#asking")).to_have_text("有人呼叫")
    await expect(page.locator("meta[name=csrf]")).to_have_attribute("content", "new")
    await expect(page.get_by_role("dialog")).to_have_count(0)
