"""A page as everybody has to be able to use it: nothing axe finds at WCAG 2.2 AA, nothing sideways, nothing too small for a thumb.

Colours in the looks are judged on the phone; the tablet has the same ones, and each macro is judged at its width in every
look by the kit (tests/static/test_kit.py).
"""

from collections.abc import Iterable
from itertools import groupby

from playwright.async_api import Page

from tests.journeys.lengths import too_narrow
from tests.journeys.links import enter
from tests.journeys.pages import GUEST, NOBODY, addresses
from tests.rig.accessibility import ALL, OF_COLOUR, OF_SIZE, axe_source, violations
from tests.rig.browser import BARE, DeviceName, Screens

LOOKS = {
    "light": ("light", False),
    "plain": ("light", False),
    "dark": ("dark", False),
    "care": ("light", True),
}
# All rules in the first (ALL names none of them); `plain` is without axe, for whoever sees a page that was judged with another
# reader's eyes. The dark look moves nothing; 关怀模式 makes what is read darker, and all of it larger.
JUDGED: dict[DeviceName, dict[str, tuple[str, ...] | None]] = {
    "phone": {"light": ALL, "plain": None, "dark": OF_COLOUR, "care": OF_COLOUR + OF_SIZE},
    "tablet": {"light": ALL, "care": OF_SIZE},
    "desk": {"light": OF_SIZE, "dark": ALL, "care": OF_SIZE},
}
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

# What a template writes where nobody gave it a value.
NO_WORDS = """() => [...document.querySelectorAll("body *")].filter(element => ["None", "undefined", "NaN"].includes(
  element.childElementCount ? "" : element.textContent.trim()) && element.tagName !== "SCRIPT")
  .map(element => element.outerHTML.slice(0, 120))"""

Address = tuple[str, str]  # reader, path


async def every_address(screens: Screens) -> list[Address]:
    """Every page with whose eyes it is seen, each reader's together."""
    officer = await screens.sign_in(await screens.open("phone"), "duiyuan")
    administrator = await screens.sign_in(await screens.open("desk"), "guanli")
    captain = await screens.sign_in(await screens.open("desk"), "duizhang")
    by_reader = await addresses(officer, administrator, captain)
    return [(reader, address) for reader, open_to_them in by_reader.items() for address in open_to_them]


async def judged(
    screens: Screens, device: DeviceName, asked: Iterable[tuple[Address, Iterable[str]]]
) -> list[str]:
    """What is wrong with these pages in these looks, a line each."""
    found = []
    for reader, theirs in groupby(asked, key=lambda each: each[0][0]):
        pages = [(address, looks) for (_, address), looks in theirs]
        page = await screens.open(device, **BARE)
        await page.add_init_script(axe_source())  # not sent anew for each page
        if reader == GUEST:
            await enter(page, pages[0][0])
        elif reader != NOBODY:
            await screens.sign_in(page, reader)
        for address, looks in pages:
            found += await faults(page, address, device, looks)
    return found


async def faults(page: Page, address: str, device: DeviceName, looks: Iterable[str]) -> list[str]:
    await page.goto(address)
    size = page.viewport_size
    assert size is not None
    found = []
    for look in looks:
        await wear(page, look)
        # As tall as its content: a row half behind the tab bar is no small target, one only has to scroll.
        tall = await page.evaluate("document.documentElement.scrollHeight + 200")
        await page.set_viewport_size({"width": size["width"], "height": min(tall, 12_000)})
        rules = JUDGED[device][look]
        if rules is not None:
            found += [f"{look}: {violation}" for violation in await violations(page, rules)]
        if (over := await page.evaluate(SIDEWAYS)) > 0:
            found.append(f"{look}: {address} scrolls sideways by {over} px")
        if device == "phone":
            found += [f"{look}: {address} says nothing: {spot}" for spot in await page.evaluate(NO_WORDS)]
            found += [f"{look}: {address} too small: {spot}" for spot in await page.evaluate(SMALL, THUMB_PX)]
    if device == "phone":
        found += await too_narrow(page)
    await page.set_viewport_size(size)
    return found


async def wear(page: Page, look: str) -> None:
    """The look as the device or the person chose it; the server draws the same markup for all of them."""
    scheme, care = LOOKS[look]
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await page.evaluate("care => care ? document.body.dataset.weuiMode = 'care' : delete document.body.dataset.weuiMode", care)  # fmt: skip
