"""What happens to a phone while it sends, one thing after the other, and what the person then does about it."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random

import httpx
from playwright.async_api import expect

from tests.proof.handset import Handset
from tests.rig.browser import PASSWORD
from tests.rig.server import Server
from tests.rig.standing import standing

LOOKING_S = 0.1
ARRIVING_S = 240  # until something more has come: a server that was away is asked again after a while
LATER_S = 1.0
AWAY_S = 2.0
LEFT = "SELECT COUNT(*) AS photos FROM photos WHERE content_at IS NOT NULL AND subject_id IN (SELECT id FROM findings WHERE patrol = '{}')"
SYNC = "ld-outbox"


@dataclass
class Misfortunes:
    """`patrol` is what is being sent; `happened` counts by name."""

    handset: Handset
    server: Server
    chance: Random
    patrol: str
    photos: int
    happened: Counter[str] = field(default_factory=Counter)

    async def strike(self, names: list[str]) -> None:
        """Each at a moment of its own, spread over the whole of the sending."""
        moments = sorted(self.chance.randrange(self.photos) for _ in names)
        for moment, name in zip(moments, self.chance.sample(names, len(names)), strict=True):
            await self._arrived(moment)
            await asyncio.sleep(self.chance.uniform(0, LATER_S))
            await getattr(self, name)()
            self.happened[name] += 1

    async def look(self) -> None:
        """The person has two pages of the app open: what waits, and the patrol."""
        page = await self.handset.open("/outbox")
        await self.handset.open_beside(f"/patrols/{self.patrol}")
        await page.bring_to_front()

    async def battery_gone(self) -> None:
        await self.handset.battery_goes()
        await self.handset.start()
        await self.look()

    async def network_cut(self) -> None:
        self.handset.gate.cut()
        await asyncio.sleep(self.chance.uniform(0, AWAY_S))
        self.handset.gate.open()

    async def tunnel(self) -> None:
        """No network, and the phone knows."""
        await self.handset.network(False)
        await asyncio.sleep(self.chance.uniform(0, AWAY_S))
        await self.handset.network(True)

    async def server_killed(self) -> None:
        await asyncio.to_thread(self.server.kill)
        await asyncio.sleep(self.chance.uniform(0, AWAY_S))
        await asyncio.to_thread(self.server.start)

    async def signed_out(self) -> None:
        """The same person ends the phone's session from another device, and signs in again on the phone."""
        async with httpx.AsyncClient(base_url=self.server.url) as desk:
            said = {"username": self.handset.username, "password": PASSWORD}
            answer = await desk.post("/api/v1/session", json=said)
            assert answer.status_code == httpx.codes.CREATED, answer.text
            headers = {"X-CSRFToken": answer.json()["csrf"]}
            answer = await desk.post("/me/other-devices/ending", headers=headers)
            assert not answer.is_error, answer.text
        before = self.handset.signed_in
        # A page kept on the phone takes the place of one that is slow to come: then once more.
        while self.handset.signed_in == before:
            await self.handset.open("/outbox")

    async def asleep(self) -> None:
        """No page is open; the browser wakes the worker, and that sends."""
        before = await self._there()
        await self.handset.wake_worker(SYNC)
        await self._arrived(min(self.photos, before + 1))
        await self.look()

    async def _there(self) -> int:
        (found,) = await standing(self.server, LEFT.format(self.patrol))
        return int(found["photos"])

    async def _arrived(self, photos: int) -> None:
        until = time.monotonic() + ARRIVING_S
        while await self._there() < photos:
            assert time.monotonic() < until, (
                f"nothing more comes: {await self._there()} of {self.photos} photos"
            )
            await asyncio.sleep(LOOKING_S)

    async def all_arrived(self) -> None:
        await self._arrived(self.photos)
        assert self.handset.page
        bar = self.handset.page.locator("a.ld-sync")
        await expect(bar).to_have_attribute("data-state", "done", timeout=ARRIVING_S * 1000)
