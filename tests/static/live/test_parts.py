"""The foot with the acts comes and goes with what happens, in its place; the page itself is never loaded anew."""

import pytest
from playwright.async_api import Page

from tests.rig.workbench import HOUSE
from tests.static.conftest import Stand

MAIN = '<main id="main" data-live="handoff:h">{}</main>'
FOOT = '<footer id="dock">送审</footer>'
HTMX = '<script src="/vendor/htmx.org@2.0.11/htmx.min.js"></script>'
HEAR = "async () => { const parts = await import('/js/live/parts.js'); await parts.redraw(parts.hearing()); }"
ORDER = "() => [...document.body.children].map(part => part.id).filter(id => id === 'main' || id === 'dock')"


async def heard(stand: Stand, before: str, after: str) -> Page:
    """A page that stood as `before` and has heard that the server draws it as `after` now."""
    page = await stand(HTMX + before, still=False)
    await page.wait_for_function("() => window.htmx")
    await page.evaluate("globalThis.standing = true")
    await page.route(f"{HOUSE}/", lambda route: route.fulfill(body=after, content_type="text/html"))
    await page.evaluate(HEAR)
    return page


@pytest.mark.parametrize(
    ("after", "order"),
    [
        (MAIN.format("退回") + FOOT, ["main", "dock"]),
        (FOOT + MAIN.format("退回"), ["dock", "main"]),
    ],
)
async def test_the_foot_comes_with_the_first_act(stand: Stand, after: str, order: list[str]) -> None:
    page = await heard(stand, MAIN.format("已移送"), after)
    assert await page.evaluate(ORDER) == order
    assert await page.locator("#main").inner_text() == "退回"
    assert await page.evaluate("globalThis.standing")


async def test_the_foot_goes_with_the_last_act(stand: Stand) -> None:
    page = await heard(stand, MAIN.format("退回") + FOOT, MAIN.format("已移送"))
    assert await page.evaluate(ORDER) == ["main"]
    assert await page.evaluate("globalThis.standing")


@pytest.mark.parametrize(("count", "stays"), [("", True), ("2", False)])
async def test_tabs_are_drawn_anew_where_a_count_is_another(stand: Stand, *, count: str, stays: bool) -> None:
    tabs = '<nav class="ld-nav"><a href="/assists">支援 {}</a></nav>'
    page = await stand(HTMX + tabs.format("") + MAIN.format("已移送"), still=False)
    await page.wait_for_function("() => window.htmx")
    await page.evaluate("() => { document.querySelector('.ld-nav').standing = true; }")
    after = tabs.format(count) + MAIN.format("退回")
    await page.route(f"{HOUSE}/", lambda route: route.fulfill(body=after, content_type="text/html"))
    await page.evaluate(HEAR)
    assert await page.locator("#main").inner_text() == "退回"
    assert await page.evaluate("Boolean(document.querySelector('.ld-nav').standing)") is stays


async def test_a_tap_that_has_begun_is_heard_before_its_button_is_drawn_anew(stand: Stand) -> None:
    page = await stand(HTMX + MAIN.format("<button>反馈</button>"), still=False)
    await page.wait_for_function("() => window.htmx")
    await page.evaluate(
        "() => document.querySelector('button').addEventListener('click', () => (globalThis.heard = true))"
    )
    fresh = MAIN.format("<button>办结</button>")
    await page.route(f"{HOUSE}/", lambda route: route.fulfill(body=fresh, content_type="text/html"))
    await page.evaluate("import('/js/live/parts.js')")
    await page.get_by_role("button").hover()
    await page.mouse.down()
    async with page.expect_response(f"{HOUSE}/"):
        await page.evaluate(f"() => void ({HEAR})()")
    await page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))")
    assert await page.get_by_role("button").inner_text() == "反馈"
    await page.mouse.up()
    await page.get_by_role("button", name="办结").wait_for()
    assert await page.evaluate("globalThis.heard")


@pytest.mark.parametrize(
    ("on", "heard"), [(["finding:f", "handoff:h"], ["main"]), (["handoff:other"], []), (None, [])]
)
async def test_a_part_hears_of_what_its_record_shows(
    stand: Stand, on: list[str] | None, heard: list[str]
) -> None:
    page = await stand(HTMX + MAIN.format("材料"))
    hearing = "async (message) => (await import('/js/live/parts.js')).hearing(message)"
    message = {"kind": "photo", "id": "p"} | ({"on": on} if on else {})
    assert await page.evaluate(hearing, message) == heard


async def test_what_is_drawn_for_somebody_else_is_not_put_into_the_page(stand: Stand) -> None:
    page = await stand(HTMX + MAIN.format("沈禾的"), still=False, person="shen")
    await page.wait_for_function("() => window.htmx")
    theirs = {"Liandong-Person": "zhou"}
    answer = {"body": MAIN.format("周青岩的"), "content_type": "text/html", "headers": theirs}
    await page.route(f"{HOUSE}/", lambda route: route.fulfill(**answer))
    await page.evaluate(HEAR)
    assert await page.locator("#main").inner_text() == "沈禾的"
