"""What rings: one tab sounds until somebody takes it; muted here it is silent, and the next call sounds again."""

import pytest
from playwright.async_api import Page, expect

from tests.static.conftest import Stand

EARS = """
globalThis.beeps = 0;
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...args) { globalThis.beeps += 1; return start.apply(this, args); };
"""
CALL = """<section data-ringing="{id}"><span data-tone></span><button type="button" data-sound hidden>打开声音</button>
<button type="button" data-mute hidden>本机静音</button></section>"""
PLACE = """<div id="alarms" data-behaviour="alarms"></div><button type="button">别处</button>"""
RING = "html => { document.getElementById('alarms').innerHTML = html; document.dispatchEvent(new CustomEvent('htmx:load', { detail: { elt: document.getElementById('alarms') } })); }"


@pytest.fixture
async def page(stand: Stand) -> Page:
    context = (await stand("")).context
    await context.add_init_script(EARS)
    page = await stand(PLACE)
    await page.evaluate("import('/js/assist/sounding.js').then(() => true)")
    return page


async def ring(page: Page, *calls: str) -> None:
    await page.evaluate(RING, "".join(CALL.format(id=each) for each in calls))


async def tap(page: Page) -> None:
    await page.get_by_role("button", name="别处").click()


async def hears(page: Page, words: str) -> None:
    await expect(page.locator("[data-tone]").first).to_have_text(words)


async def test_while_something_rings_the_sound_is_not_offered_in_a_second_place(stand: Stand) -> None:
    page = await stand(
        f'{PLACE}<div class="weui-cell"><button data-behaviour="sound-ready">打开声音</button></div>'
    )
    offered = page.locator(".weui-cell")
    await expect(offered).to_be_visible()
    await ring(page, "a")
    await expect(offered).to_be_hidden()
    await ring(page)
    await expect(offered).to_be_visible()


async def test_it_sounds_until_nothing_rings(page: Page) -> None:
    await tap(page)
    await ring(page, "a")
    await hears(page, "提示音响着，直到有人接警")
    before = await page.evaluate("beeps")
    await page.clock.run_for(1400)
    assert await page.evaluate("beeps") > before > 0
    await ring(page)
    quiet = await page.evaluate("beeps")
    await page.clock.run_for(5000)
    assert await page.evaluate("beeps") == quiet


async def test_muted_here_it_is_silent_and_another_call_sounds_again(page: Page) -> None:
    await tap(page)
    await ring(page, "a")
    await hears(page, "提示音响着，直到有人接警")
    await page.get_by_role("button", name="本机静音").click()
    await hears(page, "本机已静音，直到下一次求援")
    quiet = await page.evaluate("beeps")
    await page.clock.run_for(5000)
    assert await page.evaluate("beeps") == quiet
    await ring(page, "a", "b")
    await hears(page, "提示音响着，直到有人接警")
    assert await page.evaluate("beeps") > quiet


async def test_a_browser_that_wants_a_tap_first_is_told_to_be_tapped(page: Page) -> None:
    await page.evaluate(
        """() => { globalThis.AudioContext = class { state = "suspended"; resume() { globalThis.resuming = true; return new Promise(() => {}); } }; }"""
    )
    await ring(page, "a")
    await page.wait_for_function("() => globalThis.resuming")
    await page.clock.run_for(
        400
    )  # only here: where the sound does open, it takes as long as the machine takes
    await hears(page, "这一页还不能出声，点一下打开")
    await expect(page.get_by_role("button", name="打开声音")).to_be_visible()
    assert await page.evaluate("beeps") == 0


async def test_only_one_tab_sounds(page: Page) -> None:
    await tap(page)
    await page.evaluate(
        "new Promise(held => navigator.locks.request('ld-tone', () => { held(); return new Promise(let => globalThis.letGo = let); }))"
    )
    await ring(page, "a")
    await hears(page, "提示音在另一个页面响着")
    assert await page.evaluate("beeps") == 0
    await page.evaluate("letGo()")
    await hears(page, "提示音响着，直到有人接警")
