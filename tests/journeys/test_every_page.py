"""Every page by everybody: nothing axe finds at WCAG 2.2 AA, nothing sideways, nothing too small for a thumb.

Colours in the looks are judged on the phone; the tablet has the same ones, and each macro is judged at its width in every
look by the kit (tests/static/test_kit.py)."""

from itertools import groupby
from operator import itemgetter

import pytest
from playwright.async_api import Browser, Page

from tests.journeys.links import enter
from tests.journeys.pages import GUEST, NOBODY, addresses
from tests.rig.accessibility import ALL, OF_COLOUR, OF_SIZE, violations
from tests.rig.browser import DeviceName, Screens
from tests.rig.server import Server

LOOKS = {"light": ("light", False), "dark": ("dark", False), "care": ("light", True)}
# All rules in the first. The dark look moves nothing; 关怀模式 makes what is read darker, and all of it larger.
JUDGED: dict[DeviceName, dict[str, tuple[str, ...]]] = {
    "phone": {"light": ALL, "dark": OF_COLOUR, "care": OF_COLOUR + OF_SIZE},
    "tablet": {"light": ALL, "care": OF_SIZE},
}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
THUMB_PX = 44
# Half of what the journeys cost: in parts, so that the processes that share them end together.
PARTS = 5
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


async def faults(page: Page, address: str, device: DeviceName) -> list[str]:
    await page.goto(address)
    size = page.viewport_size
    assert size is not None
    found = []
    for look in LOOKS:
        await wear(page, look)
        # As tall as its content: a row half behind the tab bar is no small target, one only has to scroll.
        tall = await page.evaluate("document.documentElement.scrollHeight + 200")
        await page.set_viewport_size({"width": size["width"], "height": min(tall, 12_000)})
        if (rules := JUDGED[device].get(look)) is not None:
            found += [f"{look}: {violation}" for violation in await violations(page, rules)]
        if (over := await page.evaluate(SIDEWAYS)) > 0:
            found.append(f"{look}: {address} scrolls sideways by {over} px")
        if device == "phone":
            found += [f"{look}: {address} too small: {spot}" for spot in await page.evaluate(SMALL, THUMB_PX)]
    await page.set_viewport_size(size)
    return found


@pytest.fixture(scope="session")
async def every_address(chromium: Browser, demo_server: Server) -> list[tuple[str, str]]:
    """Reader and address of every page, each reader's together."""
    screens = Screens(chromium, demo_server)
    officer = await screens.sign_in(await screens.open("phone"), "duiyuan")
    administrator = await screens.sign_in(await screens.open("desk"), "guanli")
    captain = await screens.sign_in(await screens.open("desk"), "duizhang")
    by_reader = await addresses(officer, administrator, captain)
    await screens.close()
    assert not screens.complaints, "\n".join(screens.complaints)
    return [(reader, address) for reader, open_to_them in by_reader.items() for address in open_to_them]


@pytest.mark.parametrize("device", ["phone", "tablet"])
@pytest.mark.parametrize("part", range(PARTS))
async def test_every_page_can_be_used_by_everybody(
    screens: Screens, every_address: list[tuple[str, str]], part: int, device: DeviceName
) -> None:
    begin, end = (len(every_address) * edge // PARTS for edge in (part, part + 1))
    found = []
    for reader, theirs in groupby(every_address[begin:end], key=itemgetter(0)):
        page = await screens.open(device)
        open_to_them = [address for _, address in theirs]
        if reader == GUEST:
            await enter(page, open_to_them[0])
        elif reader != NOBODY:
            await screens.sign_in(page, reader)
        for address in open_to_them:
            found += await faults(page, address, device)
    assert not found, "\n".join(found)
