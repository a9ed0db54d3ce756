"""The inbox: a row opens its record beside the list, by hand and by keyboard; an act draws both anew and leaves the list where it was."""

from jinja2 import Environment
from playwright.async_api import Page, Route, expect

from tests.rig.workbench import HOUSE
from tests.static.conftest import Stand

ROWS = """<div id="handoffs"><form method="dialog" data-behaviour="sign-together" data-url="/api/v1/handoffs/">
{% for n in order %}<div><label><input class="ld-tick" type="checkbox" name="handoff" value="{{ n }}">选{{ n }}</label>
<a href="/handoffs/{{ n }}" data-row="{{ n }}">案件{{ n }}</a></div>{% endfor %}
<b data-chosen></b><button type="button" data-all>全选</button></form></div>"""
INBOX = """<script src="/vendor/htmx.org@2.0.11/htmx.min.js"></script><div data-behaviour="inbox"><section data-behaviour="list-keys" tabindex="0">
{{ rows | safe }}</section><section id="record"></section></div>"""
RECORD = """<article data-record="{n}" data-url="/handoffs/{n}" tabindex="0">第{n}件</article><button type="button">办一步</button>"""
ACT = "button => button.dispatchEvent(new CustomEvent('sent', { bubbles: true, cancelable: true, detail: { words: '已签收2件' } }))"


async def open_inbox(stand: Stand, macros: Environment, width: int = 1440) -> Page:
    """Three cases; the server answers each record, and the list in another order after an act."""
    page = await stand("")
    await page.set_viewport_size({"width": width, "height": 900})

    async def record(route: Route) -> None:
        n = route.request.url.rsplit("/", 1)[1]
        await route.fulfill(body=RECORD.format(n=n), content_type="text/html")

    async def again(route: Route) -> None:
        if route.request.headers.get("hx-request"):
            await route.fulfill(body=drawn(macros, "312"), content_type="text/html")
        else:
            await route.fallback()

    await page.route("**/handoffs/*", record)
    await page.route(f"{HOUSE}/*", again)
    await stand(INBOX, rows=drawn(macros, "123"))
    return page


def drawn(macros: Environment, order: str) -> str:
    return str(macros.from_string(ROWS).render(order=order))


async def test_the_first_record_stands_beside_the_list_and_the_arrows_open_the_next(
    stand: Stand, macros: Environment
) -> None:
    page = await open_inbox(stand, macros)
    await expect(page.locator("#record")).to_contain_text("第1件")
    await page.locator("[data-row]").first.press("ArrowDown")
    await page.clock.run_for(500)
    await expect(page.locator("#record")).to_contain_text("第2件")
    assert page.url.endswith("open=2")


async def test_enter_goes_into_the_record_and_escape_comes_back(stand: Stand, macros: Environment) -> None:
    page = await open_inbox(stand, macros)
    await page.locator("[data-row]").nth(2).press("Enter")
    await expect(page.locator("[data-record='3']")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.locator("[data-row='3']")).to_be_focused()


async def test_an_act_draws_list_and_record_anew_and_keeps_the_ticks(
    stand: Stand, macros: Environment
) -> None:
    page = await open_inbox(stand, macros)
    await page.locator("[data-row]").nth(1).press(" ")
    await expect(page.get_by_text("已选1件")).to_be_visible()
    await page.evaluate("window.stayed = true")
    await page.get_by_role("button", name="办一步").evaluate(ACT)
    await expect(page.locator("[data-row]").first).to_have_text("案件3")
    await expect(page.locator("[data-row][aria-current]")).to_have_text("案件1")
    await expect(page.get_by_label("选2")).to_be_checked()
    assert await page.evaluate("stayed")


async def test_on_a_phone_a_row_is_a_link(stand: Stand, macros: Environment) -> None:
    page = await open_inbox(stand, macros, width=390)
    await expect(page.locator("#record")).to_be_empty()
    await page.locator("[data-row]").first.click()
    await page.wait_for_url("**/handoffs/1")
