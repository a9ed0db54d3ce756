"""The browser is asked to wake the worker (Background Sync) when that can help, and never so that one failure brings the next."""

from tests.static.outbox.conftest import Run
from tests.static.station import Station

# The worker's registration as a browser gives it; answers what it was asked for while `work` was done.
ASKED = """
  const asked = [];
  const sync = { register: async (tag) => asked.push(tag) };
  const serviceWorker = { getRegistration: async () => ({ sync }), addEventListener() {} };
  Object.defineProperty(navigator, "serviceWorker", { value: serviceWorker, configurable: true });
  const { startOutbox } = await import("/js/outbox/start.js");
  await outbox.queue.put(made(1));
  await startOutbox();
  const counted = async (work) => {
    const heard = new Promise((resolve) => document.addEventListener("ld:outbox", resolve, { once: true }));
    await work();
    await heard;
  };
"""


async def test_however_often_sending_fails_it_is_asked_once(run: Run, station: Station) -> None:
    station.trouble = [(401, {"code": "signed_out"})] * 9
    again = "for (let time = 0; time < 3; time++) await counted(() => outbox.hurry());"
    assert await run(f"{ASKED} {again} return asked") == ["ld-outbox"]


async def test_it_is_asked_anew_for_what_is_made_after_all_was_sent(run: Run, station: Station) -> None:
    more = "await counted(() => outbox.hurry()); await outbox.queue.put(made(2)); await counted(() => outbox.hurry());"
    assert await run(f"{ASKED} {more} return asked.length") == 2


async def test_it_is_asked_anew_once_nobody_looks_at_the_page(run: Run, station: Station) -> None:
    station.trouble = [None] * 9
    hide = 'Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });'
    leave = 'await counted(() => document.dispatchEvent(new Event("visibilitychange")));'
    assert await run(f"{ASKED} await counted(() => outbox.hurry()); {hide} {leave} return asked.length") == 2
