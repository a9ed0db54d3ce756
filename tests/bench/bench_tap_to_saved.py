"""From a tap until what was made lies on the phone's disk, without a network, on a processor four times slower, late in a long day."""

from statistics import median

from playwright.async_api import Page

from tests.bench.figures import Figure
from tests.bench.raw.serving import AS_IN_AN_OFFICE
from tests.journeys import officer
from tests.proof.handset import Handset, handset_of
from tests.proof.offline_day import fill_in, photographed
from tests.rig.server import Servers

PHOTOS, TIMES, SLOWER = 60, 10, 4
AIM_MS = 100
# From the tap to the first word of the outbox that something changed: it says so once the transaction is on the disk.
STAMPS = """
const now = () => performance.timeOrigin + performance.now();
let tapped = null;
document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-camera-keep], button[form=finding-form]")) tapped = now();
}, true);
const stamped = () => JSON.parse(sessionStorage.stamps ?? "[]");
document.addEventListener("DOMContentLoaded", () => {
  const { person } = document.body.dataset;
  if (!person) return;
  const say = BroadcastChannel.prototype.postMessage;
  BroadcastChannel.prototype.postMessage = function (told) {
    if (told.type === "changed" && tapped !== null) {
      sessionStorage.stamps = JSON.stringify([...stamped(), now() - tapped]);
      tapped = null;
    }
    return say.call(this, told);
  };
});
"""
TAKEN = "() => { const taken = JSON.parse(sessionStorage.stamps ?? '[]'); sessionStorage.stamps = '[]'; return taken; }"


async def measure(servers: Servers) -> list[Figure]:
    server = servers.with_demo("tap-to-saved", **AS_IN_AN_OFFICE).start()
    async with handset_of("duiyuan", server, wakes=False) as handset:
        await handset.stocked()
        assert handset.context
        await handset.context.add_init_script(STAMPS)
        photos, findings = await _taken(handset)
    return [
        _figure("photo: tap to saved, median", median(photos)),
        _figure("photo: tap to saved, slowest", max(photos)),
        _figure("finding: tap to saved, median", median(findings)),
        _figure("finding: tap to saved, slowest", max(findings)),
    ]


async def _taken(handset: Handset) -> tuple[list[float], list[float]]:
    """Milliseconds of the last TIMES of PHOTOS photos, and of TIMES findings after them; only these on the slow processor."""
    page = await handset.open("/")
    patrol = await officer.start_joint_patrol(page, "一天的巡查", ["duiyuan2", "minjing"])
    new = f"/patrols/{patrol}/findings/new"
    page = await handset.open(new)
    handset.gate.cut()
    await _photograph(page, range(PHOTOS - TIMES))
    await page.evaluate(TAKEN)
    line = await page.context.new_cdp_session(page)
    await line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    await _photograph(page, range(PHOTOS - TIMES, PHOTOS))
    photos = await page.evaluate(TAKEN)
    findings: list[float] = []
    for number in range(TIMES):
        if number:
            page = await handset.open(new)
        await fill_in(page, f"第{number}处摊点越出店面")
        await page.get_by_role("button", name="存下并继续巡查").click()
        await page.wait_for_url(lambda url: "/findings/" not in url, wait_until="domcontentloaded")
        findings += await page.evaluate(TAKEN)
    assert (len(photos), len(findings)) == (TIMES, TIMES), (photos, findings)
    return photos, findings


async def _photograph(page: Page, numbers: range) -> None:
    async for _ in photographed(page, numbers):
        pass


def _figure(name: str, value: float) -> Figure:
    return Figure(name, value, "ms", AIM_MS, better="less")
