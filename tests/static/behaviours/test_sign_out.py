"""Leaving a device: what waits is said first and stays sealed; the key and everything legible go."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.rig.waiting import comes_true
from tests.rig.workbench import HOUSE
from tests.static.conftest import Stand
from tests.static.outbox.conftest import SCRIPT
from tests.static.station import Station

LEAVE = """{% from "shared/actions.html" import button %}
<form method="post" action="/gone" data-behaviour="sign-out" data-unsent="unsent"><button>退出登录</button></form>
{% include "me/_unsent.html" %}"""
ROWS = "return [(await outbox.queue.rows()).length, await outbox.queue.database.getAllKeys('keys')]"
KEYS = "import('/js/outbox/database.js').then(({ openDatabase }) => openDatabase()).then((database) => Promise.all(['envelopes', 'keys'].map((name) => database.count(name))))"


async def leave(stand: Stand, workbench: Page) -> Page:
    yes = {"status": 303, "headers": {"Location": "/login"}}
    await workbench.context.route("**/gone", lambda route: route.fulfill(**yes))
    await workbench.context.route("**/login", lambda route: route.fulfill(body="door"))
    page = await stand(LEAVE, person="shen")
    await page.evaluate("sessionStorage.setItem('draft:shen:x', '{}'); localStorage.setItem('ld-fix', '1')")
    return page


async def test_nothing_unsent_nothing_asked_and_no_key_left(
    stand: Stand, workbench: Page, station: Station
) -> None:
    page = await leave(stand, workbench)
    await page.evaluate(SCRIPT, ["await outbox.hold(made(1))", None])
    await page.get_by_role("button", name="退出登录").click()
    await page.wait_for_url("**/login")
    await page.goto(f"{HOUSE}/")
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
    await expect(page.locator("dialog[open] [data-call-waits]")).to_be_hidden()
    assert "/login" not in page.url
    await page.get_by_role("button", name="仍然退出").click()
    await page.wait_for_url("**/login")
    await page.goto(f"{HOUSE}/")
    assert await page.evaluate(KEYS) == [2, 0]
    assert await page.evaluate(SCRIPT, [ROWS, None]) == [2, ["shen"]]


CALL = {"id": "a", "url": "/api/v1/assists/a", "next": "/assists/a", "body": {}, "pressed": 0, "tries": 2}
KEEP = "call => localStorage.setItem('ld-assist-shen', JSON.stringify(call))"


async def test_a_call_for_help_that_has_not_arrived_is_said_before_they_leave(
    stand: Stand, workbench: Page, station: Station
) -> None:
    page = await leave(stand, workbench)
    await page.evaluate(KEEP, CALL)
    await page.get_by_role("button", name="退出登录").click()
    waits = page.locator("dialog[open] [data-call-waits]")
    await expect(waits).to_contain_text("紧急支援还没有发出去")
    await expect(waits.locator("a")).to_have_attribute("href", "tel:110")
    await expect(page.locator("dialog[open] [data-left-part]")).to_be_hidden()
    await page.get_by_role("button", name="仍然退出").click()
    await page.wait_for_url("**/login")


@pytest.mark.parametrize("more", [{"held": True}, {"off": {"reason": "误触"}}], ids=["arrived", "taken back"])
async def test_a_call_nobody_waits_for_any_more_is_no_reason_to_stay(
    stand: Stand, workbench: Page, station: Station, more: dict[str, Any]
) -> None:
    page = await leave(stand, workbench)
    await page.evaluate(KEEP, CALL | more)
    await page.get_by_role("button", name="退出登录").click()
    await page.wait_for_url("**/login")


async def test_where_the_server_has_not_let_them_go_it_is_no_leaving(stand: Stand, workbench: Page) -> None:
    page = await leave(stand, workbench)
    await page.route("**/gone", lambda route: route.fulfill(status=503, body="busy"))
    await page.get_by_role("button", name="退出登录").click()
    await page.wait_for_url("**/gone")
    assert await page.locator("body").inner_text() == "busy"


async def test_their_pages_in_other_tabs_go_once_the_server_has_let_them_go(
    stand: Stand, workbench: Page, station: Station
) -> None:
    page = await leave(stand, workbench)
    other = await workbench.context.new_page()
    await other.goto(f"{HOUSE}/deep")
    await other.evaluate("import('/js/leaving.js').then(({ comeHere }) => comeHere('shen'))")
    async with page.expect_request("**/gone"), other.expect_navigation(url=f"{HOUSE}/"):
        await page.get_by_role("button", name="退出登录").click()
    await page.wait_for_url("**/login")


async def test_where_somebody_else_comes_the_pages_of_the_one_before_go(workbench: Page) -> None:
    come = "person => import('/js/leaving.js').then(({ comeHere }) => comeHere(person))"
    other = await workbench.context.new_page()
    for page, person in ((workbench, "shen"), (other, "shen")):
        await page.goto(f"{HOUSE}/deep")
        await page.evaluate(come, person)
    async with workbench.expect_navigation(url=f"{HOUSE}/"):
        await other.evaluate(come, "zhou")
    assert other.url == f"{HOUSE}/deep"


async def test_pages_kept_for_the_one_before_go_also_where_no_worker_saw_them_leave(workbench: Page) -> None:
    await workbench.evaluate(
        "Promise.all(['shen', 'zhou'].map((one) => caches.open(`liandong-pages-${one}`)))"
    )
    await workbench.evaluate("import('/js/leaving.js').then(({ comeHere }) => comeHere('zhou'))")
    await comes_true(workbench, "caches.keys().then((names) => names.join() === 'liandong-pages-zhou')")


async def test_without_a_network_they_are_told_that_they_are_still_signed_in(
    stand: Stand, workbench: Page, station: Station
) -> None:
    page = await leave(stand, workbench)
    await workbench.context.unroute("**/gone")
    await workbench.context.route("**/gone", lambda route: route.abort())
    await page.evaluate(SCRIPT, ["return 1", None])
    await page.get_by_role("button", name="退出登录").click()
    await expect(page.locator("#toast")).to_contain_text("没有网络，还没有退出")
    assert await page.evaluate(KEYS) == [0, 0]
    assert "/login" not in page.url
