"""A hint at what was recorded close by, as soon as kind and place are known."""

from playwright.async_api import Page, expect

from tests.static.answers import connect
from tests.static.conftest import Stand

FORM = """<form data-behaviour="duplicates" data-near="/api/v1/findings/similar" data-near-page="/patrols/{patrol}/findings/{id}"{% if id %} data-id="{{ id }}"{% endif %}>
<input type="radio" name="category" value="占道经营"><input type="radio" name="category" value="噪声">
<input type="hidden" name="position.lat" value="24.1"><input type="hidden" name="position.lon" value="102.4">
<div data-near-words hidden><i></i><div></div></div></form>"""
FOUND = {
    "patrol": "p",
    "id": "f",
    "category": "占道经营",
    "found_at": "2026-11-20T10:00:00+08:00",
    "address": "东门",
    "distance_m": 12.4,
}


async def hint(page: Page, words: str) -> None:
    await expect(page.locator("[data-near-words]")).to_have_text(words)


async def test_it_says_what_and_where_and_leads_there(stand: Stand) -> None:
    page = await stand(FORM)
    line = await connect(page, (200, {"items": [FOUND]}))
    await page.check('[value="占道经营"]')
    await hint(page, "12米内 11月20日 周五 记过“占道经营”：东门")
    assert await page.get_attribute("a", "href") == "/patrols/p/findings/f"
    assert line.sent[0].path.endswith("lat=24.1&lon=102.4")


async def test_the_one_being_written_is_not_hinted_at(stand: Stand) -> None:
    page = await stand(FORM, id="own-id")
    line = await connect(page, (200, {"items": []}))
    await page.check('[value="占道经营"]')
    await expect(page.locator("[data-near-words]")).to_be_hidden()
    assert line.sent[0].path.endswith("own=own-id")


async def test_the_same_question_is_asked_once(stand: Stand) -> None:
    page = await stand(FORM)
    line = await connect(page, (200, {"items": [FOUND]}), (200, {"items": []}))
    await page.check('[value="占道经营"]')
    await hint(page, "12米内 11月20日 周五 记过“占道经营”：东门")
    await page.dispatch_event("form", "located")
    await page.check('[value="噪声"]')
    await expect(page.locator("[data-near-words]")).to_be_hidden()
    assert len(line.sent) == 2


async def test_no_answer_is_no_hint_and_is_asked_again(stand: Stand) -> None:
    page = await stand(FORM)
    line = await connect(page, None, (200, {"items": [FOUND]}))
    async with page.expect_event("requestfailed"):
        await page.check('[value="占道经营"]')
    await page.wait_for_function("() => true")
    await page.dispatch_event("form", "located")
    await hint(page, "12米内 11月20日 周五 记过“占道经营”：东门")
    assert len(line.sent) == 2
