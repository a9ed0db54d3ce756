"""Leaving a device: what waits is said first and stays sealed; the key and everything legible go."""

from playwright.async_api import Page, expect

from tests.static.conftest import Stand
from tests.static.outbox.conftest import SCRIPT
from tests.static.station import Station

LEAVE = """{% from "shared/dialogs.html" import dialog %}{% from "shared/actions.html" import button %}
<form method="post" action="/gone" data-behaviour="sign-out" data-unsent="unsent"><button>退出登录</button></form>
{% call dialog("unsent", "还有没送出的", button("仍然退出", type="button", attrs={"data-leave": ""})) %}<b data-left></b>{% endcall %}"""
ROWS = "return [(await outbox.queue.rows()).length, await outbox.queue.database.getAllKeys('keys')]"
KEYS = "import('/js/outbox/database.js').then(({ openDatabase }) => openDatabase()).then((database) => Promise.all(['envelopes', 'keys'].map((name) => database.count(name))))"


async def leave(stand: Stand, workbench: Page) -> Page:
    await workbench.route("**/gone", lambda route: route.fulfill(body="gone"))
    page = await stand(LEAVE, person="shen")
    await page.evaluate("sessionStorage.setItem('draft:shen:x', '{}'); localStorage.setItem('ld-fix', '1')")
    return page


async def test_nothing_unsent_nothing_asked_and_no_key_left(
    stand: Stand, workbench: Page, station: Station
) -> None:
    page = await leave(stand, workbench)
    await page.evaluate(SCRIPT, ["await outbox.hold(made(1))", None])
    await page.get_by_role("button", name="退出登录").click()
    await page.wait_for_url("**/gone")
    await page.goto("https://house.test/")
    assert await page.evaluate(KEYS) == [0, 0]
    assert await page.evaluate("[sessionStorage.length, localStorage.getItem('ld-fix')]") == [0, None]


async def test_what_waits_is_said_and_stays_for_whoever_made_it(
    stand: Stand, workbench: Page, station: Station
) -> None:
    page = await leave(stand, workbench)
    station.trouble = [None] * 9
    await page.evaluate(SCRIPT, ["await outbox.queue.put(made(1)); await outbox.queue.put(made(2))", None])
    await page.get_by_role("button", name="退出登录").click()
    await expect(page.locator("dialog[open] [data-left]")).to_have_text("2")
    assert "/gone" not in page.url
    await page.get_by_role("button", name="仍然退出").click()
    await page.wait_for_url("**/gone")
    await page.goto("https://house.test/")
    assert await page.evaluate(KEYS) == [2, 0]
    assert await page.evaluate(SCRIPT, [ROWS, None]) == [2, ["shen"]]
