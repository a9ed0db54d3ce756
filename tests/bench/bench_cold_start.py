"""The app opened where there is no network, none of its pages open before: from the tap until the page answers, on a processor four
times slower.

The limit is the page that says there is no network: as little as the same browser, worker and cache can show.
"""

import tempfile
from pathlib import Path
from statistics import median

from playwright.async_api import async_playwright

from tests.bench.figures import Figure
from tests.bench.raw.serving import AS_IN_AN_OFFICE
from tests.proof.handset import Handset
from tests.rig.gate import gate_before
from tests.rig.server import Servers
from tests.rig.waiting import comes_true

TIMES, SLOWER = 7, 4
AIM_MS = 1_000
BARE = "/nothing-of-this-is-kept"
# When every behaviour of the page is attached: what is tapped before waits for that.
USABLE = """
document.addEventListener("DOMContentLoaded", async () => {
  const app = document.querySelector("script[src$='/app.js']")?.src;
  if (app) {
    const { whenReady } = await import(app.replace("app.js", "sending/early.js"));
    await Promise.all([...document.querySelectorAll("[data-behaviour]")].map(whenReady));
  }
  requestAnimationFrame(() => setTimeout(() => (globalThis.usable = performance.now())));
});
"""


async def measure(servers: Servers) -> list[Figure]:
    server = servers.with_demo("cold-start", **AS_IN_AN_OFFICE).start()
    with tempfile.TemporaryDirectory(prefix="phone-", ignore_cleanup_errors=True) as profile:
        async with gate_before(server.url) as gate, async_playwright() as playwright:
            handset = Handset(playwright, Path(profile), gate, "duiyuan", wakes=False)
            await handset.stocked()
            await handset.close()
            gate.cut()
            pairs = [(await _started(handset, "/"), await _started(handset, BARE)) for _ in range(TIMES)]
    waits, bare = [pair[0] for pair in pairs], median(pair[1] for pair in pairs)
    return [
        _figure("cold start offline to usable, median", median(waits), bare),
        _figure("cold start offline to usable, slowest", max(waits), bare),
    ]


async def _started(handset: Handset, address: str) -> float:
    """Milliseconds after the address was asked for."""
    await handset.start()
    assert handset.context
    assert handset.page
    await handset.context.add_init_script(USABLE)
    line = await handset.context.new_cdp_session(handset.page)
    await line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page = await handset.open(address)
    await comes_true(page, "globalThis.usable !== undefined")
    usable: float = await page.evaluate("usable")
    await handset.close()
    return usable


def _figure(name: str, value: float, bare: float) -> Figure:
    return Figure(name, value, "ms", AIM_MS, bare, better="less", held="value")
