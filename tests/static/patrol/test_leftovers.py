"""What a closed page left of a track goes once there is a line; a patrol nobody knows of yet is waited for."""

from typing import Any

import pytest
from playwright.async_api import Page

from tests.static.answers import Line, connect, problem
from tests.static.station import Station

LEAVE = """async ([patrol, count]) => {
  document.body.dataset.person ||= "shen";
  const { openKept } = await import("/js/patrol/keeping.js");
  const kept = await openKept(patrol);
  for (let i = 0; i < count; i += 1) kept.add({ lat: 24 + i / 1000, lon: 102, accuracy_m: 8, time: i * 5000 });
  await kept.store.written;
}"""
SEND = "async () => (await import('/js/patrol/leftovers.js')).sendLeftovers()"
LEFT = "async (patrol) => (await (await import('/js/patrol/keeping.js')).openKept(patrol)).points.length"


@pytest.fixture
async def phone(workbench: Page) -> Page:
    await Station(workbench).stand()
    return workbench


async def left(phone: Page, *answers: tuple[int, Any]) -> tuple[Line, list[int]]:
    """Two patrols are left with points; what was sent, and how many of each are still here."""
    await phone.evaluate(LEAVE, ["p", 3])
    await phone.evaluate(LEAVE, ["q", 2])
    line = await connect(phone, *answers)
    await phone.evaluate(SEND)
    return line, [await phone.evaluate(LEFT, patrol) for patrol in ("p", "q")]


async def test_the_points_of_every_patrol_go(phone: Page) -> None:
    line, here = await left(phone, (200, {"held": 2}), (200, {"held": 1}))
    assert [sent.path for sent in line.sent] == ["/api/v1/patrols/p/track", "/api/v1/patrols/q/track"]
    assert here == [0, 0]


@pytest.mark.parametrize(
    "answer", [problem(404, "not_found"), problem(401, "not_signed_in"), problem(503, "unavailable")]
)
async def test_what_is_not_taken_now_stays_for_the_next_time(phone: Page, answer: tuple[int, Any]) -> None:
    _, here = await left(phone, answer)
    assert here == [3, 2]


async def test_a_page_that_records_sends_its_own(phone: Page) -> None:
    await phone.evaluate("navigator.locks.request('ld-track-p', () => new Promise(() => {})), null")
    line, here = await left(phone, (200, {"held": 1}))
    assert [sent.path for sent in line.sent] == ["/api/v1/patrols/q/track"]
    assert here == [3, 0]
