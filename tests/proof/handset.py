"""A phone whose battery may go at any moment: Chromium with a profile of its own on disk, behind a gate."""

import asyncio
import contextlib
import os
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import BrowserContext, Error, Page, Playwright, async_playwright, expect

from tests.rig.browser import DEVICES, FLAGS, GRANTED, PASSWORD, PATIENCE_MS, TOWN, chromium_path
from tests.rig.gate import Gate, gate_before
from tests.rig.server import Server
from tests.rig.waiting import OUTBOX, comes_true, has_its_key

ENDING_S = 30
LOOKING_S = 0.05
SYNC = "background-sync"
# The camera Chromium plays to a test knows no grain, which makes most of a photo's bytes: it is laid over each picture. And the
# digest of what comes out at the shutter, not taken from what the product says of it.
SHUTTER = """
globalThis.shots = [];
const shoot = HTMLCanvasElement.prototype.toBlob;
function grain(canvas) {
  const film = new OffscreenCanvas(canvas.width / 3, canvas.height / 3);
  const drawn = film.getContext("2d");
  const dust = drawn.createImageData(film.width, film.height);
  for (let at = 0; at < dust.data.length; at += 65536) crypto.getRandomValues(dust.data.subarray(at, at + 65536));
  for (let at = 3; at < dust.data.length; at += 4) dust.data[at] = 12;
  drawn.putImageData(dust, 0, 0);
  canvas.getContext("2d").drawImage(film, 0, 0, canvas.width, canvas.height);
}
HTMLCanvasElement.prototype.toBlob = function (made, ...how) {
  grain(this);
  shoot.call(this, (blob) => {
    shots.push(blob.arrayBuffer().then((bytes) => crypto.subtle.digest("SHA-256", bytes)).then((digest) => new Uint8Array(digest).toHex()));
    made(blob);
  }, ...how);
};
"""
STOCKED = "caches.open(`liandong-pages-${document.body.dataset.person}`).then((kept) => kept.match('/api/v1/me/pocket')).then(Boolean)"
KEPT = f"{OUTBOX}.then((outbox) => outbox.queue.list())"


@dataclass
class Handset:
    """`wakes` says whether the browser may wake the worker by itself (Background Sync)."""

    playwright: Playwright
    profile: Path
    gate: Gate
    username: str
    wakes: bool
    complaints: list[str] = field(default_factory=list)
    signed_in: int = 0
    offline: bool = False
    context: BrowserContext | None = None
    page: Page | None = None

    async def start(self) -> None:
        """The app is opened; no page of it is there yet."""
        self.context = await self.playwright.chromium.launch_persistent_context(
            self.profile,
            executable_path=chromium_path(),
            args=FLAGS,
            base_url=self.gate.url,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            permissions=[name for name in GRANTED if self.wakes or name != SYNC],
            geolocation=TOWN,  # type: ignore[arg-type]
            **DEVICES["phone"],
        )
        self.context.set_default_timeout(PATIENCE_MS)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        await self.context.add_init_script(SHUTTER)
        await self.context.set_offline(self.offline)
        self.page = self.context.pages[0]

    async def stocked(self) -> None:
        """Signed in where there is a network; the phone gets by itself what the street needs."""
        await self.start()
        page = await self.open("/")
        await comes_true(page, "navigator.serviceWorker.controller !== null")
        page = await self.open("/")
        await has_its_key(page)
        await comes_true(page, STOCKED)

    async def battery_goes(self) -> None:
        """The browser and all its processes end at once; what was not on the disk is gone."""
        for process in self._processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, 9)
        until = time.monotonic() + ENDING_S
        while self._processes():
            assert time.monotonic() < until, "a killed browser is still there"
            await asyncio.sleep(LOOKING_S)
        await self.close()

    async def close(self) -> None:
        if self.context:
            with contextlib.suppress(Error):
                await self.context.close()
        self.context = self.page = None

    async def network(self, there: bool) -> None:
        assert self.context
        self.offline = not there
        (self.gate.open if there else self.gate.cut)()
        await self.context.set_offline(self.offline)

    async def open(self, address: str) -> Page:
        """In the first tab; whoever is nobody by now signs in."""
        assert self.page
        await self._go(self.page, address)
        return self.page

    async def open_beside(self, address: str) -> Page:
        """In one tab more."""
        assert self.context
        tab = await self.context.new_page()
        await self._go(tab, address)
        return tab

    async def _go(self, page: Page, address: str) -> None:
        await _goto(page, address)
        if "/login" not in page.url:
            return
        self.signed_in += 1
        await page.fill('[name="username"]', self.username)
        await page.fill('[name="password"]', PASSWORD)
        await page.press('[name="password"]', "Enter")
        await page.wait_for_url(lambda url: "/login" not in url, wait_until="domcontentloaded")
        await _goto(page, address)

    async def kept(self) -> list[dict[str, Any]]:
        """Every envelope that waits on the phone, as its outbox tells it."""
        assert self.page
        found: list[dict[str, Any]] = await self.page.evaluate(KEPT)
        return found

    async def wake_worker(self, tag: str) -> None:
        """All pages of the app are closed; then the browser tells its worker what it tells when it sees a network again."""
        assert self.context
        blank = await self.context.new_page()
        for page in self.context.pages:
            if page is not blank:
                await page.close()
        self.page = blank
        line, registered = await self.context.new_cdp_session(blank), asyncio.Future[str]()

        def heard(event: dict[str, Any]) -> None:
            for each in event["registrations"]:
                if each["scopeURL"].startswith(self.gate.url) and not registered.done():
                    registered.set_result(each["registrationId"])

        line.on("ServiceWorker.workerRegistrationUpdated", heard)
        await line.send("ServiceWorker.enable")
        event = {"origin": self.gate.url, "registrationId": await registered, "tag": tag, "lastChance": False}
        await line.send("ServiceWorker.dispatchSyncEvent", event)
        await line.detach()

    def _processes(self) -> list[int]:
        """Of this profile and no other browser."""
        mark = f"--user-data-dir={self.profile}".encode()
        return [int(each.name) for each in Path("/proc").glob("[0-9]*") if mark in _command(each)]


@contextlib.asynccontextmanager
async def handset_of(username: str, server: Server, *, wakes: bool) -> AsyncIterator[Handset]:
    """A phone in that person's hand, not yet started; its gate leads to the server."""
    expect.set_options(timeout=PATIENCE_MS)
    with tempfile.TemporaryDirectory(prefix="phone-", ignore_cleanup_errors=True) as profile:
        async with gate_before(server.url) as gate, async_playwright() as playwright:
            handset = Handset(playwright, Path(profile), gate, username, wakes)
            try:
                yield handset
            finally:
                await handset.close()


async def _goto(page: Page, address: str) -> None:
    """Also where the page was about to go on by itself."""
    try:
        await page.goto(address, wait_until="domcontentloaded")
    except Error as why:
        if "interrupted by another navigation" not in why.message:
            raise
        await page.goto(address, wait_until="domcontentloaded")


def _command(process: Path) -> list[bytes]:
    try:
        return (process / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return []
