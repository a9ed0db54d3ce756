"""One working day of a server and of every screen on it: their clocks move together, and phones are carried along a way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from playwright.async_api import Page

from tests.journeys.ways import ACCURACY_M, MARKET, Fix
from tests.rig.browser import DeviceName, Screens

# The browser dates fixes by the machine's clock; a phone's receiver and its clock agree, so ours do too.
RECEIVER = """
const watch = navigator.geolocation.watchPosition.bind(navigator.geolocation);
globalThis.fixesHeard = 0;
navigator.geolocation.watchPosition = (heard, failed, options) => watch((fix) => {
  heard({ coords: fix.coords, timestamp: Date.now() });
  globalThis.fixesHeard += 1;
}, failed, options);
"""


@dataclass
class Day:
    """`screens` on a server whose clock has been set; time passes by `later` and `walk`, and while people tap."""

    screens: Screens

    async def screen(self, device: DeviceName, username: str) -> Page:
        """Somebody's own device, signed in, its clock right; they stand on the market."""
        lat, lon = MARKET
        page = await self.screens.open(
            device, geolocation={"latitude": lat, "longitude": lon, "accuracy": ACCURACY_M}
        )
        await page.context.clock.install(time=self.screens.server.clock.read())
        await page.context.add_init_script(RECEIVER)
        return await self.screens.sign_in(page, username)

    async def later(self, page: Page, seconds: float) -> None:
        """Time passes for everybody; the server follows the clock of `page`, on which some has passed by tapping."""
        for context in self.screens.contexts:
            await context.clock.fast_forward(int(seconds * 1000))
        self.screens.server.clock.at(await time_on(page))

    async def walk(self, page: Page, way: Sequence[Fix]) -> None:
        """Carry the phone along; each fix is heard by the page before the next one comes."""
        for fix in way:
            await self.later(page, fix.after_s)
            before = await page.evaluate("fixesHeard")
            await page.context.set_geolocation(
                {"latitude": fix.lat, "longitude": fix.lon, "accuracy": fix.accuracy_m}
            )
            await page.wait_for_function("before => fixesHeard > before", arg=before, polling=10)


async def time_on(page: Page) -> datetime:
    return datetime.fromtimestamp(await page.evaluate("Date.now()") / 1000, UTC)
