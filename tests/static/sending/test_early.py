"""A tap that comes before the form's script waits for it; nothing typed ever gets into the address."""

from playwright.async_api import Page, expect

from tests.rig.workbench import HOUSE
from tests.static.answers import Held, connect

FORM = """<!doctype html><meta charset="utf-8"><body data-person="shen">
<form method="dialog" data-behaviour="api-form" data-url="/api/v1/patrols/1/attendance" data-next="stay"><input name="note" value="机密"><button>确认</button></form>
<div id="toast" data-behaviour="toast"></div></body>"""
SCRIPT = "**/js/behaviours/api-form.js"


TICKS = """<!doctype html><meta charset="utf-8"><body data-person="shen">
<form method="dialog" data-behaviour="sign-together" data-url="/api/v1/handoffs/"><input type="checkbox" name="handoff" value="1"><span data-said="1"></span>
<b data-chosen></b><button type="button" data-all>全选</button><button>签收</button></form><div id="toast" data-behaviour="toast"></div></body>"""


FORM_READY = "import('/js/sending/early.js').then(({ whenReady }) => whenReady(document.forms[0]))"


async def begin(page: Page, body: str) -> None:
    """The page with the scripts every page has; a behaviour's own may be still on its way."""
    await page.set_content(body)
    await page.evaluate("import('/js/app.js')")


async def tap(page: Page) -> None:
    await page.get_by_role("button").click()


async def test_without_any_script_a_tap_sends_nothing_anywhere(workbench: Page) -> None:
    line = await connect(workbench)
    await workbench.set_content(FORM)
    await tap(workbench)
    assert workbench.url == f"{HOUSE}/"
    assert line.sent == []


async def test_a_tap_while_the_script_is_on_its_way_is_sent_once_when_it_is_there(workbench: Page) -> None:
    held = Held()
    await workbench.route(SCRIPT, held)
    line = await connect(workbench)
    await begin(workbench, FORM)
    await tap(workbench)
    await tap(workbench)
    assert line.sent == []
    await held.go_on()
    await line.until(1)
    await expect(workbench.locator("form[aria-busy]")).to_have_count(0)
    assert line.bodies == [{"note": "机密"}]
    assert workbench.url == f"{HOUSE}/"


async def test_a_script_that_cannot_be_had_is_told(workbench: Page) -> None:
    await workbench.route(SCRIPT, lambda route: route.abort())
    await begin(workbench, FORM)
    await tap(workbench)
    await expect(workbench.locator("#toast")).to_have_text("这一页没有取全，连上网络后刷新再试")


async def test_a_button_and_then_the_form_wait_in_the_order_they_were_tapped(workbench: Page) -> None:
    held = Held()
    await workbench.route("**/js/behaviours/sign-together.js", held)
    line = await connect(workbench)
    await begin(workbench, TICKS)
    await workbench.get_by_role("button", name="全选").click()
    await workbench.get_by_role("button", name="签收").click()
    assert line.sent == []
    await held.go_on()
    await line.until(1)
    assert line.sent[0].path == "/api/v1/handoffs/1/receipt"


async def test_words_typed_before_the_list_can_follow_them_narrow_it_when_it_can(workbench: Page) -> None:
    await workbench.set_content(
        '<form method="get" action="/ledger" data-behaviour="auto-submit"><input type="search" name="q"></form>'
    )
    await workbench.get_by_role("searchbox").fill("街天")
    async with workbench.expect_request("**/ledger?q=*"):
        await workbench.evaluate("import('/js/app.js')")


async def test_a_list_nobody_narrowed_stays(workbench: Page) -> None:
    asked: list[str] = []
    workbench.on("request", lambda request: asked.append(request.url))
    await workbench.clock.install()
    await workbench.set_content(
        '<form method="get" action="/ledger" data-behaviour="auto-submit"><input type="search" name="q" value="街天">'
        '<select name="kind"><option>全部<option>联合</select><input type="checkbox" name="findings" checked>'
        "<button>筛选</button></form>"
    )
    await workbench.evaluate("import('/js/app.js')")
    await workbench.evaluate(FORM_READY)
    await workbench.clock.fast_forward(1000)
    await workbench.evaluate("fetch('/marker')")  # what was asked before has been seen by then
    assert asked[-1].endswith("/marker")
    assert not any("/ledger" in url for url in asked)


CALL = """<!doctype html><meta charset="utf-8"><body data-person="shen">
<a href="#assists" data-behaviour="assist" data-dialog="now" data-seconds="2">支援<small data-hold-words>按住2秒</small></a>
<dialog id="now" data-behaviour="dialog"></dialog><div id="toast" data-behaviour="toast"></div></body>"""
HEAR = """() => {
  globalThis.asked = 0;
  document.getElementById("now").addEventListener("ask", () => (globalThis.asked += 1));
}"""
ASSIST_READY = """async () => {
  await import('/js/app.js');
  await (await import('/js/sending/early.js')).whenReady(document.querySelector('[data-behaviour=assist]'));
}"""


async def test_a_call_made_while_its_dialog_is_on_its_way_is_heard_once_it_is_there(workbench: Page) -> None:
    held = Held()
    await workbench.route("**/js/behaviours/dialog.js", held)
    await workbench.set_content(CALL)
    await workbench.evaluate(HEAR)
    await workbench.evaluate(ASSIST_READY)
    await workbench.get_by_role("link").press("Enter")
    assert await workbench.evaluate("asked") == 0
    await held.go_on()
    await workbench.wait_for_function("() => asked === 1")


async def test_a_call_whose_dialog_cannot_be_had_says_to_telephone(workbench: Page) -> None:
    await workbench.route("**/js/behaviours/dialog.js", lambda route: route.abort())
    await workbench.set_content(CALL)
    await workbench.evaluate(ASSIST_READY)
    await workbench.get_by_role("link").press("Enter")
    await expect(workbench.locator("#toast")).to_have_text("这一页没有取全，求援发不出：拨打110")


HIDDEN = """<!doctype html><meta charset="utf-8"><body data-person="shen">
<form method="dialog" data-behaviour="api-form follow-choices" data-url="/api/v1/handoffs/1" data-next="stay"><input name="facts" value="占道"><input type="checkbox" name="ongoing">
<div data-when="ongoing" hidden><input name="stopped" required></div><button>存草稿</button></form><div id="toast" data-behaviour="toast"></div></body>"""


async def test_a_field_that_is_not_asked_for_yet_swallows_no_early_tap(workbench: Page) -> None:
    held = Held()
    await workbench.route("**/js/behaviours/follow-choices.js", held)
    line = await connect(workbench)
    await begin(workbench, HIDDEN)
    await tap(workbench)
    await held.go_on()
    await line.until(1)
    assert line.bodies == [{"facts": "占道"}]


LOOK = """<!doctype html><meta charset="utf-8"><body data-person="shen"><form data-behaviour="appearance">
<label><input type="radio" name="theme" value="dark">深色</label><label><input type="checkbox" name="care" value="1">关怀模式</label></form></body>"""


async def test_what_is_chosen_while_the_script_is_on_its_way_is_told_it_once(workbench: Page) -> None:
    held = Held()
    await workbench.route("**/js/behaviours/appearance.js", held)
    await begin(workbench, LOOK)
    await workbench.evaluate(
        "() => { globalThis.changes = 0; addEventListener('change', () => (changes += 1)); }"
    )
    await workbench.get_by_label("深色").check()
    await workbench.get_by_label("关怀模式").check()
    await workbench.get_by_label("关怀模式").uncheck()
    assert await workbench.evaluate("changes") == 3
    await held.go_on()
    await expect(workbench.locator("body")).to_have_attribute("data-weui-theme", "dark")
    assert await workbench.evaluate("changes") == 5
    await workbench.get_by_label("关怀模式").check()
    assert await workbench.evaluate("changes") == 6
    await expect(workbench.locator("body")).to_have_attribute("data-weui-mode", "care")


FIRST = '<script src="/js/sending/first-taps.js"></script>'
OPENER = """<button type="button" data-behaviour="opener" data-dialog="more">其他</button><dialog id="more"></dialog>"""


async def test_a_tap_before_any_module_is_there_is_kept_shown_and_done_once_they_are(workbench: Page) -> None:
    line = await connect(workbench)
    await workbench.set_content(FIRST + HIDDEN)
    await tap(workbench)
    await tap(workbench)
    await expect(workbench.locator("button[aria-busy]")).to_have_count(1)
    await workbench.evaluate("import('/js/app.js')")
    await line.until(1)
    await expect(workbench.locator("[aria-busy]")).to_have_count(0)
    assert line.bodies == [{"facts": "占道"}]


async def test_a_button_that_only_opens_something_opens_it_once_it_can(workbench: Page) -> None:
    await workbench.set_content(FIRST + OPENER)
    await tap(workbench)
    await workbench.evaluate("import('/js/app.js')")
    await expect(workbench.get_by_role("dialog")).to_be_visible()


async def test_what_the_browser_can_do_alone_it_does(workbench: Page) -> None:
    await workbench.set_content(FIRST + '<form method="get" action="/somewhere"><button>去</button></form>')
    async with workbench.expect_request("**/somewhere?"):
        await tap(workbench)


WHOLE = (
    '<script src="/vendor/htmx.org@2.0.11/htmx.min.js" defer></script><script src="/js/app.js" type="module"></script>'
    "<script>addEventListener('DOMContentLoaded', () => document.querySelector('[name=care]').click())</script>"
)


async def test_what_is_chosen_as_soon_as_the_page_stands_is_told(workbench: Page) -> None:
    """The scripts every page has are there before its last word; they know of all that stands at once."""
    await workbench.route(
        "**/whole", lambda route: route.fulfill(content_type="text/html", body=LOOK + WHOLE)
    )
    await workbench.goto(f"{HOUSE}/whole")
    await expect(workbench.locator("body")).to_have_attribute("data-weui-mode", "care")
