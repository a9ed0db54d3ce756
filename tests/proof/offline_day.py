"""An officer's day where there is no network, made through the pages of a phone that may be switched off at any moment.

Each step first looks at what the phone still keeps and makes the rest. What a page once told as kept is promised: it may
not be missing afterwards, whatever happened to the browser since.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from playwright.async_api import Error, Page, expect

from tests.journeys import officer
from tests.proof.handset import Handset
from tests.rig.waiting import comes_true

Step = Callable[[], Awaitable[None]]
PHOTOS_EACH = 4
LATEST_S = 6.0  # into a step; one that is over by then is followed by the end of the battery
SHOT = "count => shots.length > count ? shots[count] : Promise.resolve(null)"
ITEMS = ".ld-evidence__item"


@dataclass
class OfflineDay:
    """`patrol` is its id once the phone keeps it; `promised` are the digests of photos taken at the shutter and shown as kept."""

    handset: Handset
    chance: Random
    title: str
    photos: int
    patrol: str = ""
    promised: list[str] = field(default_factory=list)

    async def make(self, deaths: int) -> None:
        """The whole day, the battery gone `deaths` times on the way."""
        steps = self._steps()
        dying = Counter(self.chance.choices(range(len(steps)), k=deaths))
        for number, step in enumerate(steps):
            await self._through(step, dying[number])
            self._holds(await self.handset.kept())

    def _steps(self) -> list[Step]:
        findings = [
            self._finding(number, min(PHOTOS_EACH, self.photos - first))
            for number, first in enumerate(range(0, self.photos, PHOTOS_EACH), 1)
        ]
        half = (len(findings) + 1) // 2
        return [self._start, *findings[:half], self._pause, self._resume, *findings[half:], self._end]

    async def _through(self, step: Step, deaths: int) -> None:
        for _ in range(deaths):
            work = asyncio.ensure_future(step())
            done, _ = await asyncio.wait({work}, timeout=self.chance.uniform(0, LATEST_S))
            if done:
                work.result()
            await self.handset.battery_goes()
            with contextlib.suppress(Error, AssertionError):  # what was under way on a phone that is off
                await work
            await self.handset.start()
            await self.handset.open("/")
            self._holds(await self.handset.kept())
        await step()

    def _holds(self, kept: list[dict[str, Any]]) -> None:
        there = Counter(each["picture"]["digest"] for each in kept if each["kind"] == "photo")
        assert not Counter(self.promised) - there, "a photo that was shown as kept is gone"

    async def _start(self) -> None:
        begun = [each for each in await self._kept("/") if each["kind"] == "patrol"]
        if not begun:
            await officer.start_joint_patrol(await self._page("/"), self.title, ["duiyuan2", "minjing"])
            begun = [each for each in await self.handset.kept() if each["kind"] == "patrol"]
        (first,) = begun
        self.patrol = first["id"]

    def _finding(self, number: int, photos: int) -> Step:
        facts = f"第{number}处摊点越出店面约{number}米"

        async def write() -> None:
            kept = await self._kept(f"/patrols/{self.patrol}/findings/new")
            findings = [each for each in kept if each["kind"] == "finding"]
            if any(each["body"]["facts"] == facts for each in findings):
                return
            written = {each["id"] for each in findings}
            loose = [
                each for each in kept if each["kind"] == "photo" and each["subject"]["id"] not in written
            ]
            page = await self._page(f"/patrols/{self.patrol}/findings/new")
            await expect(page.locator(ITEMS)).to_have_count(len(loose))
            await self._photograph(page, len(loose), photos)
            await fill_in(page, facts)
            await page.get_by_role("button", name="存下并继续巡查").click()
            await page.wait_for_url(lambda url: "/findings/" not in url, wait_until="domcontentloaded")

        return write

    async def _photograph(self, page: Page, there: int, wanted: int) -> None:
        if there < wanted:
            async for digest in photographed(page, range(there, wanted)):
                self.promised.append(digest)

    async def _pause(self) -> None:
        await self._act("patrol.pause", "暂停", "巡查已暂停")

    async def _end(self) -> None:
        await self._act("patrol.end", "结束", "巡查已结束")

    async def _act(self, kind: str, name: str, heading: str) -> None:
        """A long press, unless it is made already."""
        if any(each["kind"] == kind for each in await self._kept(f"/patrols/{self.patrol}")):
            return
        page = await self._page(f"/patrols/{self.patrol}")
        await page.locator("button[style*='--ld-hold']", has_text=name).wait_for()
        await officer.press_long(page, name)
        await expect(page.get_by_role("heading", name=heading)).to_be_visible()

    async def _resume(self) -> None:
        if any(each["kind"] == "patrol.resumption" for each in await self._kept(f"/patrols/{self.patrol}")):
            return
        page = await self._page(f"/patrols/{self.patrol}")
        await page.get_by_role("button", name="恢复巡查").click()
        await expect(page.get_by_role("heading", name="巡查进行中")).to_be_visible()

    async def _kept(self, address: str) -> list[dict[str, Any]]:
        """What the phone keeps, once the page at `address` is there."""
        await self._page(address)
        return await self.handset.kept()

    async def _page(self, address: str) -> Page:
        """The page at `address`; where it is open already, that."""
        page = self.handset.page
        if page and page.url.endswith(address):
            return page
        return await self.handset.open(address)


async def fill_in(page: Page, facts: str) -> None:
    """What a finding needs besides its photos."""
    await page.locator('label:has(input[name="category"][value="占道经营"])').click()
    await expect(page.locator("[data-place-words]")).to_contain_text("卫星定位")
    await page.get_by_label("地址").fill("农贸市场东门往南")
    await page.get_by_label("事实").fill(facts)
    await page.locator('label:has(input[name="disposition"][value="persuaded"])').click()


async def photographed(page: Page, numbers: range) -> AsyncIterator[str]:
    """Photos of a finding, `numbers` as they stand in its strip: the digest of each at the shutter, once it is kept."""
    await page.click("[data-ready] [data-take]")
    for number in numbers:
        before = await page.evaluate("shots.length")
        await page.click("[data-camera-shutter]")
        await page.locator("[data-camera-keep]").wait_for()
        await comes_true(page, SHOT, before)
        digest = await page.evaluate(SHOT, before)
        await page.click("[data-camera-keep]")
        await expect(page.locator(ITEMS)).to_have_count(number + 1)
        yield digest
    await page.click("[data-camera-done]")
