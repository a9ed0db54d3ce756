"""A tap that comes before the form's script waits for it; nothing typed ever gets into the address."""

from playwright.async_api import Page, Route, expect

from tests.rig.workbench import HOUSE
from tests.static.answers import connect

FORM = """<!doctype html><meta charset="utf-8"><body data-person="shen">
<form method="dialog" data-behaviour="api-form" data-url="/api/v1/patrols/1/attendance" data-next="stay"><input name="note" value="机密"><button>确认</button></form>
<div id="toast" data-behaviour="toast"></div></body>"""
SCRIPT = "**/js/behaviours/api-form.js"


async def tap(page: Page) -> None:
    await page.get_by_role("button").click()


async def test_without_any_script_a_tap_sends_nothing_anywhere(workbench: Page) -> None:
    line = await connect(workbench)
    await workbench.set_content(FORM)
    await tap(workbench)
    assert workbench.url == f"{HOUSE}/"
    assert line.sent == []


async def test_a_tap_while_the_script_is_on_its_way_is_sent_once_when_it_is_there(workbench: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    await workbench.route(SCRIPT, hold)
    line = await connect(workbench)
    await workbench.set_content(FORM)
    await workbench.evaluate("import('/js/app.js')")
    await tap(workbench)
    await tap(workbench)
    assert line.sent == []
    await held[0].fallback()
    await line.until(1)
    await expect(workbench.locator("form[aria-busy]")).to_have_count(0)
    assert line.bodies == [{"note": "机密"}]
    assert workbench.url == f"{HOUSE}/"


async def test_a_script_that_cannot_be_had_is_told(workbench: Page) -> None:
    await workbench.route(SCRIPT, lambda route: route.abort())
    await workbench.set_content(FORM)
    await workbench.evaluate("import('/js/app.js')")
    await tap(workbench)
    await expect(workbench.locator("#toast")).to_have_text("这一页没有取全，连上网络后刷新再试")
