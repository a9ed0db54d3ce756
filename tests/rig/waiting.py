"""Waiting for the thing itself, never for time: that a page hears what is done to it, that a phone has what it will need."""

import time
from typing import Any

from playwright.async_api import Locator, Page

from tests.rig.browser import PATIENCE_MS

LOOKING_MS = 50
OUTBOX = """import(document.querySelector("script[src$='/app.js']").src.replace("app.js", "outbox/outbox.js"))
  .then(({ openOutbox }) => openOutbox())"""
RULED = "() => navigator.serviceWorker.controller !== null"
KEPT = "address => caches.match(address, { ignoreVary: true }).then(Boolean)"
# app.js first: until it has run nothing is on its way to any element.
HEARS = """async (element) => {
  const app = document.querySelector("script[src$='/app.js']").src;
  await import(app);
  const { whenReady } = await import(app.replace("app.js", "sending/early.js"));
  for (let at = element.closest("[data-behaviour]"); at; at = at.parentElement?.closest("[data-behaviour]")) await whenReady(at);
}"""


async def comes_true(page: Page, script: str, arg: Any = None) -> None:
    """Ask `script` again and again until what it resolves to is true; Playwright's wait_for_function takes the promise
    itself for a yes."""
    until = time.monotonic() + PATIENCE_MS / 1000
    while not await page.evaluate(script, arg):
        assert time.monotonic() < until, f"never came true: {script}"
        await page.wait_for_timeout(LOOKING_MS)


async def has_its_key(page: Page) -> None:
    """What is made on this page is kept on the phone from now on: it asked for the key of whoever is signed in, and has it."""
    await page.evaluate(f"{OUTBOX}.then(() => true)")


async def is_ruled(page: Page) -> None:
    """The worker answers for the page, and keeps the whole shell: it is not there before."""
    await page.wait_for_function(RULED)


async def keeps(page: Page, *addresses: str) -> None:
    """Each address, opened once, is on the phone from now on."""
    for address in addresses:
        await page.goto(address)
        await comes_true(page, KEPT, address)


async def hears(spot: Locator) -> None:
    """What is done to `spot` from now on is heard: the behaviours of it, and of all it stands in, are attached. A form and a
    button wait for theirs by themselves; a file that is chosen, and a plain form that is kept, do not."""
    await spot.evaluate(HEARS)
