"""What was pressed shows that it is on its way, wherever its button stands, until its page is gone."""

from playwright.async_api import Page, expect

from tests.static.answers import Held
from tests.static.conftest import Stand

FORM = """<main><form method="dialog" id="writing" data-behaviour="api-form" data-url="/api/v1/handoffs/{new}" data-method="PUT" data-next="/handoffs/{new}">
<input name="facts" value="占道经营"></form></main>
<footer id="dock"><button class="weui-btn" form="writing">存草稿</button><button class="weui-btn" type="button">别的</button></footer>"""


async def press(page: Page) -> None:
    await page.get_by_role("button", name="存草稿").click(force=True)


async def test_the_button_in_the_foot_says_it_and_one_that_waits_long_is_told(stand: Stand) -> None:
    page = await stand(FORM, person="shen")
    held = Held()
    await page.route("**/api/v1/**", held)
    await press(page)
    await held.next()
    await expect(page.locator("#dock [aria-busy]")).to_have_text(["存草稿"])
    await expect(page.locator("#toast")).to_be_empty()
    await page.clock.run_for(5_000)
    await expect(page.locator("#toast")).to_have_text("还在送，网络慢。你填的都还在，不用再按")
    await page.clock.run_for(56_000)
    await expect(page.locator("[aria-busy]")).to_have_count(0)
    await expect(page.locator("#toast")).to_have_text("没有网络，没有送出，你填的都还在。连上后再按一次")


LEAVING = """async () => {
  const { whileBusy } = await import("/js/sending/busy.js");
  const form = document.getElementById("writing");
  globalThis.times = 0;
  await whileBusy(form, async () => (times += 1) > 0);
  await whileBusy(form, async () => (times += 1) > 0);
  return [times, document.querySelectorAll("#dock [aria-busy]").length];
}"""


async def test_nothing_is_pressed_again_on_a_page_that_is_being_left(stand: Stand) -> None:
    page = await stand(FORM, person="shen")
    assert await page.evaluate(LEAVING) == [1, 1]
    await page.clock.run_for(20_000)
    await expect(page.locator("[aria-busy]")).to_have_count(0)
    assert await page.evaluate(LEAVING) == [1, 1]
    await page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    await expect(page.locator("[aria-busy]")).to_have_count(0)
