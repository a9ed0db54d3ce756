"""The offer to put the product on the home screen, before the first patrol."""

import pytest
from playwright.async_api import Page, expect

from tests.static.conftest import Stand

OFFER = """{% include "patrols/_install_first.html" %}"""
PROMPT = """(outcome) => {
  const event = new Event("beforeinstallprompt", { cancelable: true });
  event.prompt = async () => { globalThis.asked = true; return { outcome }; };
  dispatchEvent(event);
}"""


async def test_it_is_offered_and_can_be_put_off(stand: Stand) -> None:
    page = await stand(OFFER)
    offer = page.get_by_text("先把联动放到手机桌面")
    await expect(offer).to_be_visible()
    await page.get_by_role("button", name="以后再说").click()
    await expect(offer).to_be_hidden()
    page = await stand(OFFER)
    await expect(page.get_by_text("先把联动放到手机桌面")).to_be_hidden()


async def test_where_the_browser_offers_nothing_the_steps_are_told(stand: Stand) -> None:
    page = await stand(OFFER)
    await expect(page.get_by_role("link", name="看图一步步来")).to_have_attribute("href", "/me/install")


@pytest.mark.parametrize(("outcome", "shown"), [("accepted", False), ("dismissed", True)])
async def test_where_the_browser_offers_it_one_tap_asks_for_it(
    stand: Stand, outcome: str, shown: bool
) -> None:
    page = await stand(OFFER)
    await page.evaluate(PROMPT, outcome)
    await page.get_by_role("link", name="看图一步步来").click()
    await page.wait_for_function("() => globalThis.asked")
    offer = page.get_by_text("先把联动放到手机桌面")
    await (expect(offer).to_be_visible() if shown else expect(offer).to_be_hidden())


async def test_inside_wechat_the_way_out_is_told_instead(stand: Stand, workbench: Page) -> None:
    await workbench.add_init_script(
        "Object.defineProperty(navigator, 'userAgent', { value: 'Android Chrome MicroMessenger/8.0' })"
    )
    page = await stand(OFFER)
    await expect(page.get_by_text("先换到手机的浏览器里打开")).to_be_visible()
    await expect(page.get_by_text("先把联动放到手机桌面")).to_be_hidden()


HERE = """<div data-behaviour="install-here" hidden><b data-installed hidden>已经</b><span data-offered hidden><button type="button" data-install>现在安装</button></span></div>"""


async def test_the_page_of_the_steps_installs_with_one_tap_where_the_browser_offers_it(stand: Stand) -> None:
    page = await stand(HERE)
    await expect(page.get_by_role("button", name="现在安装")).to_be_hidden()
    await page.evaluate(PROMPT, "accepted")
    await page.get_by_role("button", name="现在安装").click()
    await expect(page.get_by_role("button", name="现在安装")).to_be_hidden()


async def test_on_the_home_screen_there_is_nothing_left_to_do(stand: Stand, workbench: Page) -> None:
    await workbench.add_init_script("Object.defineProperty(navigator, 'standalone', { value: true })")
    page = await stand(HERE)
    await expect(page.get_by_text("已经")).to_be_visible()
    page = await stand(OFFER)
    await expect(page.get_by_text("先把联动放到手机桌面")).to_be_hidden()
