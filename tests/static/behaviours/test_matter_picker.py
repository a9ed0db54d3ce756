"""Choosing a matter: the dialog asks for what was seen, a tap takes it, and it can be left again."""

import pytest
from playwright.async_api import Page, expect

from backend.office.matters.queries.pocketed import RULES
from tests.static.answers import Line, connect
from tests.static.behaviours.test_api_form import press, settled
from tests.static.conftest import Stand

FORM = """{% from "matters/_picker.html" import matter_dialog, matter_field %}{% from "shared/forms.html" import chips_field %}
<form method="dialog" data-behaviour="api-form draft" data-draft="finding" data-method="PATCH" data-url="/api/v1/findings/1" data-next="stay" novalidate>
{{ chips_field("category", "看到了什么", [("占道经营", "占道经营"), ("乱倒垃圾", "乱倒垃圾")], "占道经营") }}
{{ matter_field(chosen, "归本地处罚" if chosen else "", attrs={"data-empty": "null"}) }}
<button>存下</button></form>{{ matter_dialog() }}"""
CHOICES = """<div id="matter-choices"><button type="button" data-code="SR-01" data-words="SR-01 擅自摆摊"
data-verdict="归本地处罚：示范镇人民政府">擅自摆摊</button></div>"""
SIGNED = {"code": "SW-01", "name": "河道倾倒垃圾"}


async def opened(page: Page, choices: str = CHOICES) -> None:
    await page.get_by_role("button", name="从清单里选").click()
    await page.evaluate("html => document.querySelector('#matter-choices').outerHTML = html", choices)


async def asked(page: Page) -> str:
    return await page.locator("#matter-dialog [name=q]").input_value()


async def sent(page: Page) -> dict[str, object]:
    line: Line = await connect(page)
    await press(page)
    await settled(page, line, 1)
    body = line.bodies[0]
    assert isinstance(body, dict)
    return body


async def test_the_dialog_asks_for_what_was_seen(stand: Stand) -> None:
    page = await stand(FORM, chosen=None)
    await page.locator('label:has([value="乱倒垃圾"])').click()
    await opened(page)
    assert await asked(page) == "乱倒垃圾"
    assert await page.get_by_role("dialog").is_visible()


async def test_a_tap_takes_the_matter_and_closes(stand: Stand) -> None:
    page = await stand(FORM, chosen=None)
    await opened(page)
    await page.get_by_role("button", name="擅自摆摊").click()
    assert await page.get_by_role("dialog").count() == 0
    assert await page.get_by_text("SR-01 擅自摆摊").is_visible()
    assert await page.get_by_text("归本地处罚：示范镇人民政府").is_visible()
    assert (await sent(page))["matter_code"] == "SR-01"


ADDRESSED = FORM.replace(
    "<button>",
    """<div hidden><select name="to_unit"><option value=""></option><option value="zrs">所</option></select></div>
<select name="to_unit" id="to"><option value="">选一个单位</option><option value="cgj">局</option><option value="yjj">局</option></select><button>""",
)
KNOWN = CHOICES.replace("data-code", 'data-unit="cgj" data-code')


@pytest.mark.parametrize(
    ("chosen", "unit", "to"), [("", "cgj", "cgj"), ("yjj", "cgj", "yjj"), ("", "sfz", ""), ("", "zrs", "")]
)
async def test_whoever_punishes_it_becomes_the_addressee_where_nobody_was_chosen(
    stand: Stand, chosen: str, unit: str, to: str
) -> None:
    page = await stand(ADDRESSED, chosen=None)
    await page.locator("#to").select_option(chosen)
    await opened(page, KNOWN.replace("cgj", unit))
    await page.get_by_role("button", name="擅自摆摊").click()
    assert await page.locator("#to").input_value() == to


async def test_what_was_chosen_can_be_left_again(stand: Stand) -> None:
    page = await stand(FORM, chosen=SIGNED)
    assert await page.get_by_text("SW-01 河道倾倒垃圾").is_visible()
    await page.get_by_role("button", name="不选").click()
    assert await page.get_by_text("还没有选").is_visible()
    assert (await sent(page))["matter_code"] is None


async def test_what_was_typed_into_the_dialog_is_not_sent(stand: Stand) -> None:
    page = await stand(FORM, chosen=None)
    await opened(page)
    await page.locator("#matter-dialog [name=q]").fill("倒垃圾在河里")
    await page.get_by_role("button", name="关闭").click()
    assert await sent(page) == {"category": "占道经营", "matter_code": None}


async def test_a_draft_gives_the_choice_back(stand: Stand) -> None:
    page = await stand(FORM, chosen=None, person="shen")
    await opened(page)
    await page.get_by_role("button", name="擅自摆摊").click()
    await page.clock.run_for(1000)
    again = await stand(FORM, chosen=None, person="shen")
    await again.get_by_role("button", name="不选").wait_for()
    assert await again.locator("[data-matter-words]").text_content() == "SR-01"
    assert (await sent(again))["matter_code"] == "SR-01"


KEPT = {
    "items": [
        {"code": code, "name": name, "verdict": "归本地处罚", "phrases": [name], "texts": []}
        for code, name in (("SR-01", "擅自摆摊"), ("SW-01", "河道倾倒垃圾"), ("SL-03", "擅自砍伐林木"))
    ],
    "rules": RULES,
}
ASKING = "**/api/v1/matters/asking"


async def opened_without_a_network(page: Page) -> None:
    """htmx, which the frame of the page has, asks and nobody answers."""
    await page.route("**/matters/choices*", lambda route: route.abort())
    await page.add_script_tag(url="/vendor/htmx.org@2.0.11/htmx.min.js")
    await page.evaluate("htmx.process(document.body)")
    await page.get_by_role("button", name="从清单里选").click()


async def ask(page: Page, words: str) -> None:
    await page.locator("#matter-dialog [name=q]").fill(words)
    await page.locator("#matter-dialog [name=q]").press("Enter")


async def test_without_a_network_the_list_on_the_phone_is_asked(stand: Stand) -> None:
    page = await stand(FORM, chosen=None)
    await page.route(ASKING, lambda route: route.fulfill(json=KEPT))
    await opened_without_a_network(page)
    await ask(page, "在河道倒垃圾")
    await expect(page.locator("#matter-choices")).to_contain_text("没有网络，从本机存着的清单里选")
    await expect(page.locator("#matter-choices button")).to_have_text("河道倾倒垃圾SW-01 · 归本地处罚")
    await ask(page, "zzz")
    await expect(page.locator("#matter-choices")).to_contain_text("没有对上“zzz”的")
    await ask(page, "")
    await expect(page.locator("#matter-choices button")).to_have_count(3)
    await page.get_by_role("button", name="擅自砍伐林木").click()
    await expect(page.locator("[data-matter-words]")).to_have_text("SL-03 擅自砍伐林木")
    assert (await sent(page))["matter_code"] == "SL-03"


async def test_without_a_network_and_without_a_list_it_says_so(stand: Stand) -> None:
    page = await stand(FORM, chosen=None)
    await page.route(ASKING, lambda route: route.abort())
    await opened_without_a_network(page)
    await expect(page.locator("#matter-choices")).to_contain_text("清单也还没有存到本机")


LISTS = """{% from "matters/_picker.html" import matter_dialog, matter_field %}
<form method="dialog" data-behaviour="api-form" data-url="/api/v1/handoffs/1" data-next="stay" novalidate>
<select name="to_unit" aria-label="受移送单位"><option value="">选一个单位</option><option value="lz">邻镇</option></select>
{{ matter_field(of_units={"sfz": "shifan", "lz": "lin"}) }}<button>存下</button></form>{{ matter_dialog([("shifan", "示范镇"), ("lin", "邻镇")]) }}"""


async def test_the_list_is_that_of_the_township_it_goes_to(stand: Stand) -> None:
    page = await stand(LISTS)
    whose = page.locator("#matter-dialog [name=township]")
    await opened(page)
    await expect(whose).to_have_value("shifan")
    await page.locator("#matter-dialog").evaluate("dialog => dialog.close()")
    await page.get_by_label("受移送单位").select_option("lz")
    await opened(page)
    await expect(whose).to_have_value("lin")
