"""Ten photos that waited on a phone, sent through a link of 1 Mbit/s: how much of the link their own bytes had."""

import tempfile
from pathlib import Path

from playwright.async_api import async_playwright, expect

from tests.bench.figures import Figure
from tests.bench.raw.serving import AS_IN_AN_OFFICE
from tests.journeys import officer
from tests.proof.handset import Handset
from tests.proof.offline_day import ITEMS
from tests.rig.browser import PATIENCE_MS
from tests.rig.gate import gate_before
from tests.rig.server import Servers
from tests.rig.waiting import OUTBOX

PHOTOS, BITS_PER_S, KBIT = 10, 1_000_000, 1_000
AIM = 0.85
# Resolves once nothing waits any more, to the milliseconds since the first byte left.
DRAINED = f"""() => {OUTBOX}.then((outbox) => new Promise((resolve) => {{
  const began = performance.now();
  outbox.addEventListener("told", async () => (await outbox.queue.rows()).length === 0 && resolve(performance.now() - began));
  outbox.hurry();
}}))"""


async def measure(servers: Servers) -> list[Figure]:
    server = servers.with_demo("drain", **AS_IN_AN_OFFICE).start()
    expect.set_options(timeout=PATIENCE_MS)
    with tempfile.TemporaryDirectory(prefix="phone-", ignore_cleanup_errors=True) as profile:
        async with gate_before(server.url) as gate, async_playwright() as playwright:
            handset = Handset(playwright, Path(profile), gate, "duiyuan", wakes=False)
            await handset.stocked()
            size, took_s = await _drained(handset)
            await handset.close()
    return [
        Figure(
            f"{PHOTOS} photos through 1 Mbit/s", 8 * size / took_s / KBIT, "kbit/s", AIM, BITS_PER_S / KBIT
        )
    ]


async def _drained(handset: Handset) -> tuple[int, float]:
    """Bytes of the photos, and the seconds it took to send them."""
    page = await handset.open("/")
    patrol = await officer.start_joint_patrol(page, "街上的巡查", ["duiyuan2", "minjing"])
    page = await handset.open(f"/patrols/{patrol}/findings/new")
    handset.gate.cut()
    await page.click("[data-ready] [data-take]")
    for number in range(PHOTOS):
        await page.click("[data-camera-shutter]")
        await page.click("[data-camera-keep]")
        await expect(page.locator(ITEMS)).to_have_count(number + 1)
    await page.click("[data-camera-done]")
    waiting = await handset.kept()
    assert len(waiting) == PHOTOS
    handset.gate.narrow(BITS_PER_S)
    handset.gate.open()
    took_ms = await page.evaluate(DRAINED)
    return sum(each["picture"]["bytes"] for each in waiting), took_ms / 1000
