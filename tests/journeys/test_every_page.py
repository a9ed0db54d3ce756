"""Every page by everybody: nothing axe finds at WCAG 2.2 AA, nothing sideways, nothing too small for a thumb."""

import pytest
from playwright.async_api import Page

from tests.journeys.links import enter
from tests.journeys.pages import GUEST, NOBODY, addresses
from tests.rig.accessibility import violations
from tests.rig.browser import DeviceName, Screens

LOOKS = {"light": ("light", False), "dark": ("dark", False), "care": ("light", True)}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
THUMB_PX = 44
# A link inside a sentence and the numbers on a map (each is in the list beside it too) may be smaller.
SMALL = """least => [...document.querySelectorAll(".ld-main, .ld-dock, .ld-plain")].flatMap(part =>
  [...part.querySelectorAll("a, button, summary, select, input:not([type=hidden]), textarea")].filter(control => {
    const spot = control.closest("label") ?? control;
    const { width, height } = spot.getBoundingClientRect();
    return control.checkVisibility({ visibilityProperty: true }) && !control.closest(".leaflet-container")
      && !control.classList.contains("ld-hidden")
      && getComputedStyle(control).display !== "inline" && width && (width < least - 0.5 || height < least - 0.5);
  }).map(control => `${control.outerHTML.slice(0, 120)} ${JSON.stringify((control.closest("label") ?? control).getBoundingClientRect())}`))"""


async def wear(page: Page, look: str) -> None:
    """The look as the device or the person chose it; the server draws the same markup for all of them."""
    scheme, care = LOOKS[look]
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await page.evaluate("care => care ? document.body.dataset.weuiMode = 'care' : delete document.body.dataset.weuiMode", care)  # fmt: skip


async def faults(page: Page, address: str, *, thumbs: bool) -> list[str]:
    await page.goto(address)
    # As tall as its content: a row half behind the tab bar is no small target, one only has to scroll.
    size = page.viewport_size
    assert size is not None
    found = []
    for look in LOOKS:
        await wear(page, look)
        tall = await page.evaluate("document.documentElement.scrollHeight + 200")
        await page.set_viewport_size({"width": size["width"], "height": min(tall, 12_000)})
        found += [f"{look}: {violation}" for violation in await violations(page, look_only=look != "light")]
        if (over := await page.evaluate(SIDEWAYS)) > 0:
            found.append(f"{look}: {address} scrolls sideways by {over} px")
        if thumbs:
            found += [f"{look}: {address} too small: {spot}" for spot in await page.evaluate(SMALL, THUMB_PX)]
        await page.set_viewport_size(size)
    return found


@pytest.mark.parametrize("device", ["phone", "tablet"])
async def test_every_page_can_be_used_by_everybody(screens: Screens, device: DeviceName) -> None:
    officer = await screens.sign_in(await screens.open("phone"), "duiyuan")
    administrator = await screens.sign_in(await screens.open("desk"), "guanli")
    captain = await screens.sign_in(await screens.open("desk"), "duizhang")
    found = []
    for reader, open_to_them in (await addresses(officer, administrator, captain)).items():
        page = await screens.open(device)
        if reader == GUEST:
            await enter(page, open_to_them[0])
        elif reader != NOBODY:
            await screens.sign_in(page, reader)
        for address in open_to_them:
            found += await faults(page, address, thumbs=device == "phone")
    assert not found, "\n".join(found)
