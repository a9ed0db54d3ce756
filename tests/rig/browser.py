"""Chromium in the officers' three sizes. Everything is asynchronous: one event loop serves the whole run.

`phone`, `tablet` and `desk` are pages of their own on the demo server; `screens` opens more of them.
A script error or a broken content policy on any of them fails the test that opened it.
"""

import os
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from tests.rig.evidence import FAILED
from tests.rig.server import Server
from tests.rig.stage import ROOT

DeviceName = Literal["phone", "tablet", "desk"]
Scheme = Literal["light", "dark"]

# Where the demo township lies; journeys move on from here.
TOWN = {"latitude": 24.17, "longitude": 102.40, "accuracy": 8}
# Whatever a list of permissions leaves out becomes "denied", so every one the product asks for is in it.
GRANTED = ["geolocation", "notifications", "background-sync", "screen-wake-lock", "camera"]
DEVICES: dict[str, dict[str, Any]] = {
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
    },
    "tablet": {"viewport": {"width": 1024, "height": 768}, "is_mobile": True, "has_touch": True},
    "desk": {"viewport": {"width": 1440, "height": 900}},
}
# Phones keep the shell and the day's pages; a desk that fetches the whole of it too costs twice as much to open.
WORKERLESS: dict[str, Any] = {"service_workers": "block"}
# For what is looked at in CSS pixels and hangs on no worker: painting each of them four times, and a worker that fetches the
# whole shell for every reader anew, cost a fifth of it. The worker has tests of its own (test_first_use.py, tests/static/).
BARE: dict[str, Any] = {"device_scale_factor": 1, **WORKERLESS}
# The last list of features counts: Playwright's own, then the address bar's suggestions, for which Chromium keeps two more
# pages beside each of ours, at a third of what opening one costs, and the process it holds ready for a page that never comes.
FEATURES_LEFT_OUT = [
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "SpareRendererForSitePerProcess",
]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(FEATURES_LEFT_OUT)}",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]
SHELL = "chromium-headless-shell"
PASSWORD = "liandong-demo"
# How long anything on a screen may take before the test has failed: a loaded machine is slow, and waiting costs nothing else.
PATIENCE_MS = 60_000


def chromium_path() -> str | None:
    """Debian's Chromium, or the one CHROME_PATH names."""
    return os.environ.get("CHROME_PATH") or shutil.which("chromium") or shutil.which("chromium-browser")


def shell_path() -> str | None:
    """Chromium without its windows and profiles; where it is not installed or CHROME_PATH names another, the whole one."""
    return os.environ.get("CHROME_PATH") or shutil.which(SHELL) or chromium_path()


@dataclass
class Screens:
    """Opens screens against one server and listens to what they complain about."""

    browser: Browser
    server: Server
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    async def open(
        self, device: DeviceName = "phone", *, scheme: Scheme = "light", care: bool = False, **options: Any
    ) -> Page:
        """A page in a context of its own, with the worker on a phone; `options` are Playwright's new_context options."""
        context = await self.browser.new_context(
            **{
                "base_url": self.server.url,
                "locale": "zh-CN",
                "timezone_id": "Asia/Shanghai",
                "color_scheme": scheme,
                "permissions": GRANTED,
                "geolocation": TOWN,
                **DEVICES[device],
                **({} if device == "phone" else WORKERLESS),
                **options,
            }
        )
        context.set_default_timeout(PATIENCE_MS)
        if care:
            await context.add_cookies([{"name": "ld-care", "value": "1", "url": self.server.url}])
        self.contexts.append(context)
        page = await context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda said: self._heard(page, said.text))
        return page

    async def sign_in(self, page: Page, username: str, password: str = PASSWORD) -> Page:
        await page.goto("/login")
        await page.fill('[name="username"]', username)
        await page.fill('[name="password"]', password)
        await page.press('[name="password"]', "Enter")
        await page.wait_for_url(lambda url: "/login" not in url)
        return page

    async def photograph(self, name: str) -> None:
        """What every open screen showed when the test failed, under var/test/screens."""
        folder = ROOT / "var" / "test" / "screens"
        folder.mkdir(parents=True, exist_ok=True)
        for number, page in enumerate(page for context in self.contexts for page in context.pages):
            await page.screenshot(path=folder / f"{re.sub(r'[^0-9A-Za-z_-]+', '-', name)}-{number}.png")

    async def close(self) -> None:
        for context in self.contexts:
            await context.close()

    def _heard(self, page: Page, text: str) -> None:
        if "Content Security Policy" in text or "Content-Security-Policy" in text:
            self.complaints.append(f"{page.url}: {text}")


@asynccontextmanager
async def launched(path: str | None, *flags: str) -> AsyncIterator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    async with async_playwright() as playwright:
        # LANGUAGE, not --lang, is what makes Debian's Chromium speak Chinese in its own bubbles.
        browser = await playwright.chromium.launch(
            executable_path=path, args=[*FLAGS, *flags], env={**os.environ, "LANGUAGE": "zh_CN"}
        )
        yield browser
        await browser.close()


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with launched(chromium_path()) as browser:
        yield browser


@pytest.fixture(scope="session")
async def shell() -> AsyncIterator[Browser]:
    """For what hangs on the page alone, at two thirds of the cost: the same engine, a page in it is opened much sooner."""
    async with launched(shell_path()) as browser:
        yield browser


@pytest.fixture
async def screens(
    chromium: Browser, demo_server: Server, request: pytest.FixtureRequest
) -> AsyncIterator[Screens]:
    opened = Screens(chromium, demo_server)
    yield opened
    if request.node.stash.get(FAILED, False):
        await opened.photograph(request.node.name)
    await opened.close()
    assert not opened.complaints, "\n".join(opened.complaints)


@pytest.fixture
async def phone(screens: Screens) -> Page:
    return await screens.open("phone")


@pytest.fixture
async def tablet(screens: Screens) -> Page:
    return await screens.open("tablet")


@pytest.fixture
async def desk(screens: Screens) -> Page:
    return await screens.open("desk")
