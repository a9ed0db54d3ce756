"""The offer to put the product on the home screen, before the first patrol."""

import pytest
from playwright.async_api import expect

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
    await expect(page.get_by_role("link", name="放到桌面")).to_have_attribute("href", "/me/install")


@pytest.mark.parametrize(("outcome", "shown"), [("accepted", False), ("dismissed", True)])
async def test_where_the_browser_offers_it_one_tap_asks_for_it(
    stand: Stand, outcome: str, shown: bool
) -> None:
    page = await stand(OFFER)
    await page.evaluate(PROMPT, outcome)
    await page.get_by_role("link", name="放到桌面").click()
    await page.wait_for_function("() => globalThis.asked")
    offer = page.get_by_text("先把联动放到手机桌面")
    await (expect(offer).to_be_visible() if shown else expect(offer).to_be_hidden())
