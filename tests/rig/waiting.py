"""Waiting for what a page answers with a promise: Playwright's wait_for_function takes the promise itself for a yes."""

import time
from typing import Any

from playwright.async_api import Page

from tests.rig.browser import PATIENCE_MS

LOOKING_MS = 50
OUTBOX = """import(document.querySelector("script[type=module]").src.replace("app.js", "outbox/outbox.js"))
  .then(({ openOutbox }) => openOutbox())"""


async def comes_true(page: Page, script: str, arg: Any = None) -> None:
    """Ask `script` again and again until what it resolves to is true."""
    until = time.monotonic() + PATIENCE_MS / 1000
    while not await page.evaluate(script, arg):
        assert time.monotonic() < until, f"never came true: {script}"
        await page.wait_for_timeout(LOOKING_MS)


async def has_its_key(page: Page) -> None:
    """What is made on this page is kept on the phone from now on: it asked for the key of whoever is signed in, and has it."""
    await page.evaluate(f"{OUTBOX}.then(() => true)")
