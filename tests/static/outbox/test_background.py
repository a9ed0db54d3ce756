"""The worker sends what waits while no page is looked at, for whoever is signed in and for nobody else."""

import json
from typing import Any

from playwright.async_api import Page

from backend.foundation.web.assets.serving import tree
from tests.static.outbox.conftest import Run
from tests.static.station import Station

WAITING = "await outbox.queue.put(made(1)); await outbox.queue.put(...await photo(2, 200_000))"
LEFT = "return (await outbox.queue.rows()).length"


async def send(page: Page, session: dict[str, Any] | None) -> Any:
    """As the worker does: from the classic script, with the session the server tells."""
    await page.route(
        "**/api/v1/session",
        lambda route: route.fulfill(status=200 if session else 401, json=session or {}),
    )
    script = json.dumps(tree().assets["js/sw/outbox.js"].body.decode())
    return await page.evaluate(
        f"() => {{ new Function({script})(); return self.OUTBOX.sendInBackground().then(() => 'done', (error) => error.message); }}"
    )


async def test_what_waits_is_sent_with_the_session_of_now(run: Run, station: Station) -> None:
    await run(WAITING)
    assert await send(station.page, {"id": "shen", "csrf": "fresh"}) == "done"
    assert await run(LEFT) == 0
    assert len(next(iter(station.pieces.values()))) == 200_000


async def test_what_is_left_makes_the_browser_try_again(run: Run, station: Station) -> None:
    await run(WAITING)
    station.trouble = [None]
    assert await send(station.page, {"id": "shen", "csrf": "fresh"}) == "something still waits"
    assert await run(LEFT) == 2


async def test_nobody_elses_session_sends_it(run: Run, station: Station) -> None:
    await run(WAITING)
    for session in ({"id": "han", "csrf": "hers"}, None):
        assert await send(station.page, session) == "done"
    await run("await outbox.queue.database.clear('keys')")
    assert await send(station.page, {"id": "shen", "csrf": "fresh"}) == "done"
    assert station.came == []
