"""Nobody waits for ever: a network that is there but leads nowhere is none."""

import pytest
from playwright.async_api import Page, expect

from tests.static.answers import Held, connect
from tests.static.conftest import Stand

FORM = """<form method="dialog" id="asking" data-behaviour="api-form" data-url="/api/v1/patrols/1/attendance" data-key data-next="stay">
<input name="note" value="到齐"><button>确认</button></form>"""


async def test_what_nobody_answers_is_said_and_may_be_pressed_again(stand: Stand) -> None:
    page: Page = await stand(FORM, person="shen")
    await page.route("**/attendance", Held())
    async with page.expect_request("**/attendance") as first:
        await page.get_by_role("button", name="确认").click()
    await page.clock.run_for(59_000)
    await expect(page.locator("form[aria-busy]")).to_have_count(1)
    await page.clock.run_for(2_000)
    await expect(page.locator("#toast")).to_have_text("没有网络，没有送出，你填的都还在。连上后再按一次")
    await expect(page.locator("form[aria-busy]")).to_have_count(0)
    key = (await first.value).headers["idempotency-key"]
    await page.unroute("**/attendance")
    line = await connect(page)
    async with page.expect_request("**/attendance") as again:
        await page.get_by_role("button", name="确认").click()
    assert (await again.value).headers["idempotency-key"] == key
    await line.until(1)


@pytest.mark.parametrize("answer", ["<h1>请先登录上网</h1>", '{"id": "1", "ver'])
async def test_an_answer_that_is_none_of_ours_is_no_network(stand: Stand, answer: str) -> None:
    page: Page = await stand(FORM, person="shen")
    await page.route("**/attendance", lambda route: route.fulfill(status=200, body=answer))
    await page.get_by_role("button", name="确认").click()
    await expect(page.locator("#toast")).to_have_text("没有网络，没有送出，你填的都还在。连上后再按一次")


async def test_a_fault_of_ours_is_said_to_be_one(stand: Stand) -> None:
    page: Page = await stand(FORM.replace("data-key", "data-key data-before='{'"), person="shen")
    async with page.expect_event("pageerror") as fault:
        await page.get_by_role("button", name="确认").click()
    assert "JSON" in str(await fault.value)
    await expect(page.locator("#toast")).to_contain_text("这一页出了错，没有送出")
    await expect(page.locator("form[aria-busy]")).to_have_count(0)


NEVER = """async () => {
  const { inTime } = await import("/js/sending/patience.js");
  globalThis.asked = [];
  const deaf = (signal) => { asked.push(signal); return new Promise(() => {}); };
  globalThis.giving = new AbortController();
  const tell = (name) => (error) => (globalThis[name] = error.constructor.name);
  inTime(1_000, deaf).catch(tell("late"));
  inTime(60_000, deaf, giving.signal).catch(tell("given"));
}"""


async def test_what_heeds_no_signal_is_waited_for_no_longer_either(stand: Stand) -> None:
    page: Page = await stand("")
    await page.evaluate(NEVER)
    await page.clock.run_for(900)
    assert await page.evaluate("[globalThis.late ?? null, asked[0].aborted]") == [None, False]
    await page.clock.run_for(200)
    assert await page.evaluate("[late, asked[0].aborted]") == ["Unreachable", True]


async def test_whoever_gives_up_before_is_waited_for_no_longer(stand: Stand) -> None:
    page: Page = await stand("")
    await page.evaluate(NEVER)
    await page.evaluate("giving.abort()")
    assert await page.evaluate("[given, asked[1].aborted]") == ["Unreachable", True]
