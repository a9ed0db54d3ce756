"""Every page by everybody on phone, tablet and desk, light, dark and 关怀模式: nothing at WCAG 2.2 AA, sideways, or too small for a thumb.

Only in `make proof`: `make test` judges each page on the phone and in one look or device more.
"""

import os

from playwright.async_api import async_playwright

from tests.journeys.judging import JUDGED, every_address, judged
from tests.rig.browser import FLAGS, DeviceName, Screens, chromium_path
from tests.rig.server import Servers

PIECES: tuple[dict[str, DeviceName], ...] = ({"device": "phone"}, {"device": "tablet"}, {"device": "desk"})


async def run(servers: Servers, device: DeviceName) -> dict[str, int]:
    server = servers.with_demo(f"pages-{device}").start()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium_path(), args=FLAGS, env={**os.environ, "LANGUAGE": "zh_CN"}
        )
        screens = Screens(browser, server)
        everywhere = await every_address(screens)
        looks = [look for look, rules in JUDGED[device].items() if rules is not None]
        found = await judged(screens, device, [(address, looks) for address in everywhere])
        await screens.close()
        await browser.close()
    server.kill()
    assert not found + screens.complaints, "\n".join(found + screens.complaints)
    return {"pages": len(everywhere), "looks": len(looks)}
