"""One watch for the page; the best fix of a while, at once when it is good."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.async_api import Page

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
RECEIVER = """
globalThis.watching = 0;
Object.defineProperty(navigator, "geolocation", { value: {
  watchPosition: (heard, failed) => { globalThis.hear = heard; globalThis.fail = failed; watching += 1; return 7; },
  clearWatch: () => { watching -= 1; },
} });
globalThis.fix = (accuracy, ago = 0) => hear({ coords: { latitude: 24.12345678, longitude: 102.4, accuracy }, timestamp: Date.now() - ago });
globalThis.asking = import("/js/patrol/position.js").then((module) => {
  globalThis.position = module;
  position.bestFix().then((best) => { globalThis.best = best; });
});
"""


@pytest.fixture
async def bench(workbench: Page) -> Page:
    """Somebody asks for the best fix of twenty seconds."""
    await workbench.clock.install(time=NOON)
    await workbench.clock.pause_at(NOON + timedelta(seconds=1))
    await workbench.evaluate(f"async () => {{ {RECEIVER}; await asking; }}")
    return workbench


async def best(page: Page, after_ms: int = 0) -> Any:
    await page.clock.run_for(after_ms)
    return await page.evaluate("globalThis.best === undefined ? 'waiting' : best")


async def test_ten_metres_are_good_at_once(bench: Page) -> None:
    await bench.evaluate("fix(10)")
    found = await best(bench, 1)
    assert (found["lat"], found["accuracy_m"]) == (24.1234568, 10)
    assert await bench.evaluate("watching") == 0


async def test_worse_ones_are_waited_with_and_the_best_is_taken(bench: Page) -> None:
    await bench.evaluate("fix(60); fix(11); fix(40)")
    assert await best(bench, 19_999) == "waiting"
    assert (await best(bench, 1))["accuracy_m"] == 11


async def test_nothing_in_twenty_seconds_is_nothing(bench: Page) -> None:
    await bench.evaluate("fail({code: 3})")
    assert await best(bench, 20_000) is None


async def test_who_is_not_allowed_does_not_wait(bench: Page) -> None:
    await bench.evaluate("fail({code: 1})")
    assert await best(bench, 1) is None


async def test_a_fix_of_this_minute_counts_and_an_older_one_does_not(bench: Page) -> None:
    await bench.evaluate("fix(5)")
    await best(bench, 1)
    again = "() => { best = undefined; position.bestFix().then(found => { best = found; }); }"
    await bench.evaluate(again)
    assert (await best(bench, 1))["accuracy_m"] == 5
    await bench.clock.run_for(60_000)
    await bench.evaluate(again)
    assert await best(bench, 1) == "waiting"


async def test_several_ask_one_watch_and_it_ends_with_the_last(bench: Page) -> None:
    await bench.evaluate("() => { globalThis.stop = position.watchPosition(() => {}); }")
    assert await bench.evaluate("watching") == 1
    await best(bench, 20_000)
    assert await bench.evaluate("watching") == 1
    await bench.evaluate("stop()")
    assert await bench.evaluate("watching") == 0


async def test_who_listens_may_leave_at_the_first_word(bench: Page) -> None:
    await bench.evaluate("fix(5)")
    heard = """async () => {
      const words = [];
      const leave = position.watchPosition(({ accuracy_m }) => { words.push(accuracy_m); leave(); });
      await Promise.resolve();
      fix(4);
      return words;
    }"""
    assert await bench.evaluate(heard) == [5]
