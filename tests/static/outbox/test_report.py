"""A phone tells the server what it holds: at once when that changed, else every ten minutes."""

from typing import Any

from playwright.async_api import Route

from tests.static.outbox.conftest import Run
from tests.static.station import Station

REPORT = """
  const { reporting } = await import("/js/outbox/report.js");
  const report = reporting(outbox);
  const began = 1_800_000_000_000;
  const later = (minutes) => (Date.now = () => began + minutes * 60_000);
"""


async def told(
    run: Run, station: Station, script: str, *, reached: bool = True
) -> list[tuple[int, int, int, bool]]:
    """What reached the server of each report: all that waits, photos, refused ones, and whether it says since when."""
    heard = []

    async def phone(route: Route) -> None:
        said: Any = route.request.post_data_json
        heard.append((said["waiting"], said["photos"], said["refused"], said["oldest_at"] is not None))
        await (route.fulfill(json={}) if reached else route.abort())

    await station.page.route("**/me/phone", phone)
    await run(f"{REPORT} {script}")
    return heard


async def test_it_tells_what_waits_the_photos_and_what_was_refused(run: Run, station: Station) -> None:
    held = "await outbox.queue.put(made(1)); await outbox.queue.put(...await photo(2, 9)); await outbox.queue.put(...await photo(3, 9));"
    refused = "await outbox.queue.refuse(id(3), {}); await report();"
    assert await told(run, station, held + refused) == [(3, 1, 1, True)]


async def test_the_same_is_told_again_after_ten_minutes_and_not_before(run: Run, station: Station) -> None:
    again = "later(0); await report(); later(9.9); await report(); later(10); await report();"
    assert await told(run, station, again) == [(0, 0, 0, False)] * 2


async def test_a_clock_put_back_does_not_silence_it(run: Run, station: Station) -> None:
    back = "later(180); await report(); later(0); await report(); later(1); await report();"
    assert await told(run, station, back) == [(0, 0, 0, False)] * 2


async def test_what_changed_is_told_at_once(run: Run, station: Station) -> None:
    changed = "await report(); await outbox.queue.put(made(1)); await report();"
    assert await told(run, station, changed) == [(0, 0, 0, False), (1, 0, 0, True)]


async def test_what_nobody_heard_is_told_again(run: Run, station: Station) -> None:
    assert len(await told(run, station, "await report(); await report();", reached=False)) == 2
