"""What a choice asks for next is there, and what it does not ask for is not sent."""

from playwright.async_api import Page

from tests.static.answers import Line, connect
from tests.static.behaviours.test_api_form import press, settled
from tests.static.conftest import Stand

FORM = """{% from "shared/forms.html" import chips_field, switch_field, text_field %}
<form method="dialog" data-behaviour="api-form follow-choices" data-method="PUT" data-url="/api/v1/findings/{new}" data-next="stay" novalidate>
{{ switch_field("nothing_found", "没有发现", nothing, attrs={"data-as": "boolean"}) }}
<div data-when="nothing_found" hidden><input type="hidden" name="category" value="未发现问题"><input type="hidden" name="disposition" value="none"></div>
<div data-when="!nothing_found">{{ chips_field("category", "类别", [("占道", "占道"), ("噪声", "噪声")], "占道") }}
{{ chips_field("disposition", "处理", [("persuaded", "劝导"), ("ordered", "责令"), ("case", "立案")], "persuaded") }}
<div data-when="disposition=ordered" hidden>{{ text_field("recheck_on", "复查日期", "2026-11-30", type="date", attrs=cleared or {}) }}</div>
<div data-when="disposition=case ordered" hidden>{{ chips_field("acting", "由谁", [("a", "甲"), ("b", "乙")], ["a", "b"], several=True, attrs={"data-as": "list"}) }}</div></div>
<button>存下</button></form>"""
PUT_BACK = "radio => { radio.checked = true; radio.dispatchEvent(new Event('input', { bubbles: true })); }"


async def sent(page: Page) -> object:
    line: Line = await connect(page)
    await press(page)
    await settled(page, line, 1)
    return line.bodies[0]


async def choose(page: Page, disposition: str) -> None:
    await page.locator(f'label:has([value="{disposition}"])').click()


async def test_nothing_found_sends_its_category_and_no_handling_once(stand: Stand) -> None:
    page = await stand(FORM)
    await page.get_by_role("switch").check()
    assert await page.locator("fieldset").first.is_hidden()
    assert await sent(page) == {"nothing_found": True, "category": "未发现问题", "disposition": "none"}


async def test_something_found_sends_what_was_chosen(stand: Stand) -> None:
    page = await stand(FORM)
    assert await sent(page) == {"nothing_found": False, "category": "占道", "disposition": "persuaded"}


async def test_an_order_asks_for_a_recheck_and_for_two_officers(stand: Stand) -> None:
    page = await stand(FORM)
    await choose(page, "ordered")
    assert await page.get_by_label("复查日期").is_visible()
    body = await sent(page)
    assert isinstance(body, dict)
    assert (body["recheck_on"], body["acting"]) == ("2026-11-30", ["a", "b"])


async def test_a_case_asks_for_two_officers_only(stand: Stand) -> None:
    page = await stand(FORM)
    await choose(page, "case")
    body = await sent(page)
    assert isinstance(body, dict)
    assert "recheck_on" not in body
    assert body["acting"] == ["a", "b"]


async def test_a_draft_that_is_put_back_asks_for_what_its_choice_asks(stand: Stand) -> None:
    page = await stand(FORM)
    await page.locator('[value="ordered"]').evaluate(PUT_BACK)
    assert await page.get_by_label("复查日期").is_visible()


async def test_what_is_no_longer_asked_for_is_cleared_in_a_change(stand: Stand) -> None:
    page = await stand(FORM, cleared={"data-empty": "null"})
    await choose(page, "ordered")
    await choose(page, "persuaded")
    body = await sent(page)
    assert isinstance(body, dict)
    assert body["recheck_on"] is None


async def test_a_form_that_comes_with_nothing_found_starts_that_way(stand: Stand) -> None:
    page = await stand(FORM, nothing=True)
    assert await page.locator("fieldset").first.is_hidden()
