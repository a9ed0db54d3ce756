"""A batch of the track that nobody answers keeps no later point back."""

from playwright.async_api import Page

from tests.static.answers import Held
from tests.static.conftest import Stand
from tests.static.station import Station

DELIVERY = """async () => {
  const { Delivery } = await import("/js/patrol/delivery.js");
  const { openKept } = await import("/js/patrol/keeping.js");
  const kept = await openKept("p");
  kept.add({ lat: 24, lon: 102, accuracy_m: 8, time: Date.now() });
  globalThis.delivery = new Delivery(kept, "/api/v1/patrols/p/track", (words) => (globalThis.said = words));
}"""


async def test_it_is_let_go_of_and_sent_again(stand: Stand, station: Station) -> None:
    page: Page = await stand("", person="shen")
    held = Held()
    await page.route("**/track", held)
    await page.evaluate(DELIVERY)
    await page.evaluate("() => { delivery.flush(); }")
    first = await held.next()
    await page.clock.run_for(30_100)
    await page.wait_for_function("() => globalThis.said === '1个定位点等网络'")
    await page.evaluate("() => { delivery.flush(); }")
    again = await held.next()
    assert first.request.post_data == again.request.post_data
