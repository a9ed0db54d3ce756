"""A refusal stands where the person is, and nothing typed is lost."""

from typing import Any

from playwright.async_api import Page, expect

from tests.static.conftest import Stand

FORM = """{% from "shared/forms.html" import text_field, chips_field %}
<form>{{ text_field("title", "名称", "早市", help="写上时间") }}
<input type="hidden" name="category" value="未发现问题" disabled>
{{ chips_field("category", "类别", [("a", "占道"), ("b", "噪声")]) }}
<details><summary>当事人</summary>{{ text_field("party.name", "姓名") }}</details></form>"""


async def refused(page: Page, **problem: Any) -> None:
    script = (
        "async problem => (await import('/js/sending/refusing.js')).showRefusal(document.forms[0], problem)"
    )
    await page.evaluate(script, {"title": "有内容填得不对", **problem})


async def test_a_sentence_stands_under_its_field(stand: Stand) -> None:
    page = await stand(FORM)
    await refused(page, fields={"title": "最多120个字"})
    assert await page.locator('.ld-field:has([name="title"]) [data-refusal]').inner_text() == "最多120个字"
    assert await page.get_attribute('[name="title"]', "aria-describedby") == "title-help title-refusal"
    assert await page.locator('[data-refusal="title"] svg.ld-i').count() == 1
    assert await page.input_value('[name="title"]') == "早市"


async def test_a_choice_is_meant_by_its_visible_chips(stand: Stand) -> None:
    page = await stand(FORM)
    await refused(page, fields={"category": "必须填写"})
    assert await page.locator("fieldset [data-refusal]").inner_text() == "必须填写"


async def test_what_belongs_to_no_field_stands_above(stand: Stand) -> None:
    page = await stand(FORM)
    await refused(
        page, detail="还需要另一个单位的人", clause="第二条", fields={"crew": "还需要另一个单位的人"}
    )
    words = await page.locator("[data-summary] p").all_inner_texts()
    assert words == ["还需要另一个单位的人", "第二条"]
    assert await page.evaluate("document.activeElement.dataset.summary") == ""


async def test_a_folded_field_is_unfolded(stand: Stand) -> None:
    page = await stand(FORM)
    await refused(page, fields={"party.name": "最多60个字"})
    assert await page.locator('[name="party.name"]').is_visible()


async def test_the_next_try_clears_what_was_said(stand: Stand) -> None:
    page = await stand(FORM)
    await refused(page, fields={"title": "最多120个字"})
    await page.evaluate(
        "async () => (await import('/js/sending/refusing.js')).clearRefusal(document.forms[0])"
    )
    assert await page.locator("[data-refusal], [aria-invalid], [data-summary] *").count() == 0
    assert await page.get_attribute('[name="title"]', "aria-describedby") == "title-help"


async def test_the_summary_names_each_field_and_leads_to_it(stand: Stand) -> None:
    page = await stand(FORM)
    await refused(page, fields={"title": "要填上", "category": "选一项"})
    assert await page.evaluate("document.activeElement.dataset.summary") == ""
    links = page.locator("[data-summary] a")
    assert await links.all_inner_texts() == ["名称：要填上", "类别：选一项"]
    await links.nth(1).click()
    assert await page.evaluate("document.activeElement.name") == "category"


async def test_a_choice_that_lacks_is_framed_until_it_is_made(stand: Stand) -> None:
    page = await stand(FORM)
    await refused(page, fields={"category": "选一项"})
    await expect(page.locator("fieldset.ld-field_bad")).to_have_count(1)
    await page.check('[value="a"]')
    await expect(page.locator(".ld-field_bad, [data-refusal]")).to_have_count(0)
