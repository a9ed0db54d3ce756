"""Holding two seconds acts, letting go early does not, and there is always another way than holding."""

from playwright.async_api import Page

from tests.static.conftest import Stand

HOLD = """{% from "shared/actions.html" import hold %}{% from "shared/forms.html" import area_field %}
{% call hold("end", "结束", "/end", "结束巡查", "记下最后的位置。") %}{{ area_field("reason", "原因", required=required) }}{% endcall %}"""
SENT = (
    "form => form.addEventListener('submit', event => { event.preventDefault(); form.dataset.sent = 'yes'; })"
)


async def stand_up(stand: Stand, *, required: bool = False) -> Page:
    page = await stand(HOLD, required=required)
    await page.eval_on_selector("form", SENT)
    return page


async def press(page: Page) -> None:
    await page.locator(".ld-hold").hover()
    await page.mouse.down()


async def is_sent(page: Page) -> bool:
    return await page.locator("form[data-sent]").count() == 1


async def test_two_seconds_send_the_form(stand: Stand) -> None:
    page = await stand_up(stand)
    await press(page)
    await page.clock.run_for(1000)
    assert await page.locator("[data-hold-words]").inner_text() == "再按1秒"
    await page.clock.run_for(1000)
    assert await is_sent(page)


async def test_letting_go_early_undoes_it_without_a_word(stand: Stand) -> None:
    page = await stand_up(stand)
    await press(page)
    await page.clock.run_for(1900)
    await page.mouse.up()
    await page.clock.run_for(3000)
    assert not await is_sent(page)
    assert await page.locator("[data-hold-words]").inner_text() == "按住2秒"
    assert not await page.locator("dialog").is_visible()


async def test_the_keyboard_opens_the_same_act_as_a_dialog(stand: Stand) -> None:
    page = await stand_up(stand)
    await page.locator(".ld-hold").press("Enter")
    assert await page.locator("dialog").is_visible()
    await page.get_by_role("button", name="先不").click()
    assert not await page.locator("dialog").is_visible()
    assert not await is_sent(page)


async def test_the_keyboard_still_works_after_a_hold_was_broken_off(stand: Stand) -> None:
    page = await stand_up(stand)
    await press(page)
    await page.mouse.move(0, 0)
    await page.mouse.up()
    await page.clock.run_for(1000)
    await page.locator(".ld-hold").press("Enter")
    assert await page.locator("dialog").is_visible()


async def test_a_reason_that_is_missing_is_asked_for(stand: Stand) -> None:
    page = await stand_up(stand, required=True)
    await press(page)
    await page.clock.run_for(2000)
    assert await page.locator("dialog").is_visible()
    assert not await is_sent(page)
    assert await page.evaluate("document.activeElement.name") == "reason"
