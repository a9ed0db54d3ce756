"""警察在几秒内响起来: an officer holds the button, the station's screen sounds, somebody takes it, comes, ends it; also without
a network, and as a drill called by a key and answered by radio."""

import re
from contextlib import suppress
from datetime import datetime, timedelta
from urllib.parse import unquote

import pytest
from playwright.async_api import Error, Page, expect

from tests.journeys.day import Day
from tests.journeys.record import told
from tests.rig.browser import DeviceName
from tests.rig.waiting import is_ruled, keeps

EARS = """
globalThis.beeps = 0;
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...args) { globalThis.beeps += 1; return start.apply(this, args); };
"""
SOUNDS = "提示音响着，直到有人接警"
TAPS, LOOKED_MS = 3, 8_000


async def listening(day: Day, device: DeviceName, username: str) -> Page:
    """A screen that counts what it sounds, on a page that has nothing to do with calls; tapped once, as browsers want."""
    page = await day.screen(device, username)
    await page.context.add_init_script(EARS)
    await page.goto("/patrols")
    await page.locator("h1").click()
    return page


async def hold(page: Page, control: str) -> None:
    """As a thumb does, longer than the township asks for."""
    button = page.locator(control)
    await expect(button).to_have_attribute("data-seconds", "2")
    await expect(button).to_have_css("--ld-hold", "2s")
    await button.hover()
    await page.mouse.down()
    await page.clock.run_for(2_100)
    await page.mouse.up()


async def raised(page: Page) -> str:
    await page.wait_for_url(re.compile(r"/assists/[0-9a-f-]{36}$"))
    return page.url.rsplit("/", 1)[1]


async def act(page: Page, word: str, then: str) -> None:
    """A tap on the big button, once it takes taps; `then` stands on the next one (in the head every step has its name beforehand).
    News that draws the button anew between the wait and the tap takes the tap away: then, as anybody would, once more."""
    come = page.locator("#call-dock").get_by_role("button", name=then, exact=True)
    for _ in range(TAPS):
        await page.clock.run_for(1_100)
        with suppress(AssertionError, Error):
            await (
                page.locator("#call-dock")
                .get_by_role("button", name=word, exact=True)
                .click(timeout=LOOKED_MS)
            )
            await expect(come).to_be_visible(timeout=LOOKED_MS)
            break
    await expect(come).to_be_visible()


async def end(page: Page, how: str) -> None:
    """Asked how it went before anything ends. A dialog that went with a page drawn anew is opened once more. The head alone says
    that it has ended: the button and the dialog bear the same words before."""
    asked = page.locator("#resolving")
    ended = page.locator("#call-head").get_by_role("heading", name="处置完毕")
    for _ in range(TAPS):
        with suppress(AssertionError, Error):
            if not await asked.is_visible():
                opens = page.locator("#call-dock").get_by_role("button", name="处置完毕")
                await opens.click(timeout=LOOKED_MS)
            await asked.get_by_role("button", name=how).click(timeout=LOOKED_MS)
            await asked.get_by_role("button", name="处置完毕").click(timeout=LOOKED_MS)
            await expect(ended).to_be_visible(timeout=LOOKED_MS)
            break
    await expect(ended).to_be_visible()


@pytest.mark.main
async def test_held_heard_taken_reached_and_ended(day: Day) -> None:
    police = await listening(day, "phone", "minjing")
    off_duty = await listening(day, "desk", "jiaojing")
    phone = await day.screen("phone", "duiyuan")
    await phone.goto("/patrols")
    await hold(phone, ".ld-nav .ld-tab_assist")
    assist = await raised(phone)
    await expect(phone.get_by_role("heading", name="还没有人接警")).to_be_visible()
    await expect(phone.locator("#dock a.ld-110")).to_have_attribute("href", "tel:110")

    await expect(police.locator("#alarms [data-tone]")).to_have_text(SOUNDS)
    assert await police.evaluate("beeps") > 0
    await off_duty.goto("/assists")
    await expect(off_duty.locator(f'#open-calls a[href="/assists/{assist}"]')).to_be_visible()
    await expect(off_duty.locator("#alarms [data-ringing]")).to_have_count(0)
    assert await off_duty.evaluate("beeps") == 0

    await police.locator("#alarms").get_by_role("button", name="已接警").click()
    await police.wait_for_url(f"**/assists/{assist}")
    await expect(police.locator("#alarms [data-ringing]")).to_have_count(0)
    await expect(phone.get_by_role("heading", name="周青岩 已接警")).to_be_visible()

    await act(police, "出警", "到场")
    await expect(phone.locator("#call-people").get_by_text("周青岩 已出警")).to_be_visible()
    await act(police, "到场", "处置完毕")
    await end(police, "双方已劝开")
    await expect(phone.get_by_role("heading", name="处置完毕")).to_be_visible()

    record = await told(phone, f"/assists/{assist}")
    assert record["state"] == "resolved"
    # The server's clock stands still between two taps, so what they left may stand in any order.
    acts = sorted(step["noun"] for step in record["steps"])
    assert acts == ["acknowledgement", "arrival", "departure", "resolved"]
    await phone.wait_for_function(
        "() => !Object.keys(localStorage).some(name => name.startsWith('ld-assist-'))"
    )


TRIES = "() => JSON.parse(Object.entries(localStorage).find(([key]) => key.startsWith('ld-assist-'))[1]).tries ?? 0"


async def test_without_a_network_it_is_kept_and_goes_with_both_times(day: Day) -> None:
    phone = await day.screen("phone", "duiyuan")
    await is_ruled(phone)
    await phone.clock.run_for(4_000)
    await phone.wait_for_function(
        "() => Object.keys(localStorage).some(name => name.startsWith('ld-lines-'))"
    )
    await keeps(phone, "/assists")
    await phone.context.set_offline(True)
    await phone.locator("label.ld-chip:has-text('围堵阻碍')").click()
    await hold(phone, ".ld-hold_round")
    dialog = phone.locator("#assist-now")
    await expect(dialog.locator("[data-said]")).to_contain_text("支援还没有发出去")
    message = await dialog.locator("[data-ways] a").first.get_attribute("href")
    assert message is not None
    assert "围堵阻碍" in unquote(message)
    tried = await phone.evaluate(TRIES)
    await phone.reload()
    await expect(phone.locator("[data-call-bar]")).to_contain_text("支援还没有发出去")
    # In vain: one that is still on its way when the clocks jump would arrive from a phone whose clock is five minutes slow.
    await phone.wait_for_function(f"tried => ({TRIES})() > tried", arg=tried, polling=10)

    await day.later(phone, 300)
    await phone.context.set_offline(False)
    await expect(phone.locator("[data-call-bar]")).to_contain_text("支援进行中")
    await phone.locator("[data-call-bar]").click()
    record = await told(phone, f"/assists/{await raised(phone)}")
    assert record["reason"] == "围堵阻碍"
    pressed, received = (datetime.fromisoformat(record[name]) for name in ("raised_at", "received_at"))
    late = received - pressed
    assert late >= timedelta(minutes=5)
    await expect(phone.locator(".ld-times")).to_contain_text(f"按下后{late // timedelta(minutes=1)}分")


async def test_a_drill_called_by_a_key_and_answered_by_radio_is_counted_apart(day: Day) -> None:
    desk = await day.screen("desk", "duiyuan")
    await desk.goto("/assists")
    await desk.locator("#assist-form summary").click()
    await desk.locator("label.ld-chip:has-text('演练')").click()
    await expect(desk.locator(".ld-hold_round")).to_have_css("--ld-hold", "2s")
    await desk.locator(".ld-hold_round").press("Enter")
    await desk.get_by_role("button", name="发出支援").click()
    assist = await raised(desk)
    for place in ("h1", "#call-head .ld-alarm__what"):
        await expect(desk.locator(place)).to_contain_text("【演练】")

    dispatcher = await day.screen("desk", "zhihui")
    await expect(dispatcher.locator("#alarms h2")).to_contain_text("【演练】")
    before = await told(dispatcher, "/assists/figures")
    await dispatcher.goto(f"/assists/{assist}")
    await dispatcher.locator("#call-dock").get_by_role("button", name="代他人确认").click()
    dialog = dispatcher.locator("#on-behalf")
    await dialog.locator("label.ld-chip:has-text('出警')").click()
    await dialog.locator("#behalf-by").select_option("suozhang")
    await dialog.locator("label.ld-chip:has-text('对讲机')").click()
    await dialog.locator("#behalf-words").fill("两个人已经上车")
    await dialog.get_by_role("button", name="记下").click()
    await expect(desk.get_by_role("heading", name="白景明 已出警")).to_be_visible()
    await expect(desk.get_by_text("对讲机答复：“两个人已经上车”")).to_be_visible()
    after = await told(dispatcher, "/assists/figures")
    departed = [each["exercises"]["total"]["departed"]["count"] for each in (before, after)]
    assert departed[1] == departed[0] + 1
    assert after["actual"] == before["actual"]
