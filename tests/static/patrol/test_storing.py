"""The points of a track lie sealed on the phone, in pieces, whatever happens to it."""

from typing import Any

import pytest
from playwright.async_api import Page

from tests.static.station import Station

WITH_STORE = """async ([script, given]) => {
  document.body.dataset.person ||= "shen";
  const { openKept } = await import("/js/patrol/keeping.js");
  const { openDatabase } = await import("/js/outbox/database.js");
  const fix = (number) => ({ lat: 24 + number / 1000, lon: 102.123456, accuracy_m: 8, time: number * 5000 });
  const database = await openDatabase();
  const Async = Object.getPrototypeOf(async () => {}).constructor;
  return new Async("openKept", "fix", "database", "given", script)(openKept, fix, database, given);
}"""


@pytest.fixture
async def phone(workbench: Page) -> Page:
    await Station(workbench).stand()
    return workbench


async def run(page: Page, script: str, given: Any = None) -> Any:
    return await page.evaluate(WITH_STORE, [script, given])


WALK = (
    "const k = await openKept('p'); for (let i = 0; i < given; i += 1) k.add(fix(i)); await k.store.written;"
)
AGAIN = "const k = await openKept('p'); return [k.points.map(p => p.seq), k.next, k.last?.time];"


async def test_they_survive_the_end_of_the_page_and_go_on_counting(phone: Page) -> None:
    await run(phone, WALK, 130)
    await phone.reload()
    assert await run(phone, AGAIN) == [list(range(130)), 130, 129 * 5000]


async def test_nobody_reads_a_place_there_and_another_person_sees_none(phone: Page) -> None:
    script = """
      const rows = await database.getAll('points');
      const text = rows.map(r => new TextDecoder('latin1').decode(r.sealed.bytes)).join('') + JSON.stringify(rows.map(({ sealed, ...row }) => row));
      return [rows.length, text.includes('102.123456')];
    """
    await run(phone, WALK, 130)
    assert await run(phone, script) == [3, False]
    await phone.reload()
    await phone.evaluate("document.body.dataset.person = 'han'")
    assert await run(phone, "return (await openKept('p')).points.length") == 0


async def test_what_the_server_holds_goes_and_the_numbers_go_on(phone: Page) -> None:
    await run(phone, WALK + "k.held(124); await k.store.written;", 250)
    await phone.reload()
    assert await run(phone, AGAIN) == [list(range(125, 250)), 250, 249 * 5000]
    await run(phone, "const k = await openKept('p'); k.held(249); await k.store.written;")
    await phone.reload()
    assert await run(phone, AGAIN) == [[], 250, 249 * 5000]
    assert await run(phone, "return (await database.getAll('points')).length") == 1


async def test_what_an_earlier_version_left_unsealed_is_taken_over(phone: Page) -> None:
    before = {"next": 2, "points": [{"seq": 1, "at": "1970-01-01T00:00:05.000Z", "lat": 24, "lon": 102, "accuracy_m": 8}],
              "last": {"lat": 24, "lon": 102, "accuracy_m": 8, "time": 5000}}  # fmt: skip
    await run(phone, "localStorage['ld-track-shen-p'] = JSON.stringify(given)", before)
    assert await run(phone, AGAIN) == [[1], 2, 5000]
    await phone.reload()
    assert await run(phone, AGAIN) == [[1], 2, 5000]
    assert await run(phone, "return localStorage['ld-track-shen-p'] ?? null") is None


async def test_a_patrol_can_be_forgotten_and_leaves_the_others(phone: Page) -> None:
    await run(
        phone,
        WALK + "const q = await openKept('q'); q.add(fix(1)); await q.store.written; await k.forget();",
        3,
    )
    assert await run(phone, AGAIN) == [[], 0, None]
    assert await run(phone, "return (await openKept('q')).points.length") == 1


async def test_a_whole_day_takes_little_room(phone: Page) -> None:
    """Eight hours, a fix each five seconds, all of them points."""
    script = "const rows = await database.getAll('points'); return rows.reduce((sum, row) => sum + row.sealed.bytes.byteLength, 0);"
    await run(phone, WALK, 8 * 720)
    assert 100_000 < await run(phone, script) < 5_000_000
