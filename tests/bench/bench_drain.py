"""Ten photos that waited on a phone, sent through a link of 1 Mbit/s: how much of the link their own bytes had."""

from tests.bench.figures import Figure
from tests.bench.raw.serving import AS_IN_AN_OFFICE
from tests.journeys import officer
from tests.proof.handset import Handset, handset_of
from tests.proof.offline_day import photographed
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
    async with handset_of("duiyuan", server, wakes=False) as handset:
        await handset.stocked()
        size, took_s = await _drained(handset)
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
    async for _ in photographed(page, range(PHOTOS)):
        pass
    waiting = await handset.kept()
    assert len(waiting) == PHOTOS
    handset.gate.narrow(BITS_PER_S)
    handset.gate.open()
    took_ms = await page.evaluate(DRAINED)
    return sum(each["picture"]["bytes"] for each in waiting), took_ms / 1000
