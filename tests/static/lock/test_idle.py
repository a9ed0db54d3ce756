"""When a phone is locked, and how long a wrong password makes wait."""

from typing import Any

import pytest
from playwright.async_api import Page

MINUTE = 60_000
DUE = "async args => (await import('/js/lock/idle.js')).isDue(...args)"


@pytest.mark.parametrize(
    ("state", "now", "due"),
    [
        ({"active": 0}, 5 * MINUTE - 1, False),
        ({"active": 0}, 5 * MINUTE, True),
        ({"active": 0, "locked": True}, 1, True),
        ({}, 1, True),
        ({"active": 2 * MINUTE}, MINUTE, False),
        ({"active": 2 * MINUTE + 1}, MINUTE, True),
    ],
    ids=["just in time", "at the limit", "locked before", "nobody knows", "a little ahead", "clock put back"],
)
async def test_it_is_due_after_five_minutes_and_where_the_clock_tells_nothing(
    workbench: Page, state: dict[str, Any], now: int, due: bool
) -> None:
    assert await workbench.evaluate(DUE, [state, now, 5]) is due


async def test_two_wrong_tries_are_free_then_each_waits_twice_as_long_up_to_five_minutes(
    workbench: Page,
) -> None:
    waits = "import('/js/lock/idle.js').then(({ waitAfter }) => [1, 2, 3, 4, 9, 10, 11, 50].map(waitAfter))"
    assert await workbench.evaluate(waits) == [0, 0, 2, 4, 128, 256, 300, 300]


async def test_no_clock_makes_a_wait_longer_or_negative(workbench: Page) -> None:
    left = "import('/js/lock/idle.js').then(({ stillToWait }) => [[5_000, 1], [1, 5_000], [9e12, 0]].map((each) => stillToWait(...each)))"
    assert await workbench.evaluate(left) == [5, 0, 300]
