"""Where a phone is, sent while a call is open: what is news, nothing lost, nothing twice, and it stops with the call."""

from typing import Any

import pytest
from playwright.async_api import Page

from tests.static.answers import Held, connect, problem
from tests.static.conftest import Stand

METRE = 1 / 111_195
NEWS = """async ([before, fix]) => (await import("/js/assist/moving.js")).isNews(before, fix)"""
MOVING = """async () => {
  const { Moving } = await import("/js/assist/moving.js");
  globalThis.kept = {};
  globalThis.ended = 0;
  const shelf = { get: () => kept, set: (some) => (kept = { ...kept, ...some }) };
  globalThis.moving = new Moving("/api/v1/assists/a/positions", shelf, () => (ended += 1));
}"""
OPEN: tuple[int, Any] = (201, {"state": "acknowledged"})


def fix(metres: float = 0, seconds: float = 0, accuracy: float = 8) -> dict[str, float]:
    return {"lat": 24 + metres * METRE, "lon": 102, "accuracy_m": accuracy, "time": seconds * 1000}


@pytest.mark.parametrize(
    ("what", "new", "news"),
    [
        ("ten metres on", fix(10.1, 1), True),
        ("not yet ten metres", fix(9.9, 1), False),
        ("a quarter of a minute", fix(0, 15), True),
        ("not yet", fix(0, 14.9), False),
        ("twice as exact", fix(0, 1, 3.9), True),
        ("hardly more exact", fix(0, 1, 4.1), False),
        ("older", fix(500, -1), False),
        ("a clock put back", fix(0, -61), True),
    ],
)
async def test_both_sides_of_what_is_news(
    workbench: Page, what: str, new: dict[str, float], news: bool
) -> None:
    assert await workbench.evaluate(NEWS, [fix(), new]) is news, what


async def test_the_first_fix_goes_at_once(workbench: Page) -> None:
    line = await connect(workbench, OPEN)
    await workbench.evaluate(MOVING)
    await workbench.evaluate("fix => moving.add(fix)", fix())
    await line.until(1)
    [point] = line.bodies[0]["points"]
    assert (point["lat"], point["source"], point["at"]) == (24, "gps", "1970-01-01T00:00:00.000Z")


async def test_a_batch_whose_answer_was_lost_is_sent_again_as_it_was(workbench: Page) -> None:
    line = await connect(workbench, None, OPEN)
    await workbench.evaluate(MOVING)
    await workbench.evaluate("async fix => { moving.add(fix); await moving.flush(); }", fix())
    await workbench.evaluate("async fix => { moving.add(fix); await moving.flush(); }", fix(30, 5))
    first, again, rest = line.sent
    assert first.body == again.body
    assert (
        first.headers["idempotency-key"]
        == again.headers["idempotency-key"]
        != rest.headers["idempotency-key"]
    )
    assert len(rest.body["points"]) == 1


async def test_before_the_call_arrived_points_only_wait(workbench: Page) -> None:
    line = await connect(workbench, OPEN)
    await workbench.evaluate(MOVING)
    await workbench.evaluate(
        "fixes => fixes.forEach(fix => moving.add(fix, { send: false }))", [fix(), fix(30, 5)]
    )
    assert line.sent == []
    await workbench.evaluate("moving.flush()")
    assert len(line.bodies[0]["points"]) == 2


@pytest.mark.parametrize(
    "answer", [(201, {"state": "resolved"}), problem(409, "assist_ended"), problem(404, "not_found")], ids=str
)
async def test_it_stops_with_the_call(workbench: Page, answer: tuple[int, Any]) -> None:
    await connect(workbench, answer)
    await workbench.evaluate(MOVING)
    await workbench.evaluate("async fix => { moving.add(fix); await moving.flush(); }", fix())
    assert await workbench.evaluate("ended") == 1


async def test_a_server_in_trouble_does_not_end_it(workbench: Page) -> None:
    await connect(workbench, problem(503, "unavailable"))
    await workbench.evaluate(MOVING)
    await workbench.evaluate("async fix => { moving.add(fix); await moving.flush(); }", fix())
    assert await workbench.evaluate("ended") == 0
    assert await workbench.evaluate("kept.batch.points.length") == 1


AGAIN = """<template id="sign-in-again"><dialog><form><button type="button" data-close>先不</button></form></dialog></template>"""


async def test_a_position_nobody_answers_is_let_go_of_and_sent_again(stand: Stand) -> None:
    page = await stand("")
    held = Held()
    await page.route("**/positions", held)
    await page.evaluate(MOVING)
    await page.evaluate(
        "fix => { moving.add(fix); moving.flush().then(() => (globalThis.given_up = true)); }", fix()
    )
    first = await held.next()
    await page.clock.run_for(10_100)
    await page.wait_for_function("() => globalThis.given_up")
    await page.evaluate("fix => { moving.add(fix); }", fix(30, 5))
    again = await held.next()
    assert first.request.post_data == again.request.post_data
    assert first.request.headers["idempotency-key"] == again.request.headers["idempotency-key"]


async def test_nobody_is_asked_to_sign_in_for_a_position(stand: Stand) -> None:
    page = await stand(AGAIN)
    await connect(page, problem(401, "signed_out"))
    await page.evaluate(MOVING)
    await page.evaluate(
        "fix => { moving.add(fix); moving.flush().then(() => (globalThis.given_up = true)); }", fix()
    )
    await page.wait_for_function("() => globalThis.given_up || document.querySelector('dialog[open]')")
    assert await page.locator("dialog[open]").count() == 0
    assert await page.evaluate("[ended, kept.batch.points.length]") == [0, 1]
