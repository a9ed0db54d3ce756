"""Waits grow to five minutes, differ from phone to phone, and are never shorter than the server asked for."""

import pytest
from playwright.async_api import Page

WAIT = "async ([failures, how]) => (await import('/js/outbox/backoff.js')).waitMs(failures, how)"


@pytest.mark.parametrize(
    ("failures", "random", "after", "seconds"),
    [(1, 0, 0, 2), (1, 1, 0, 2.5), (5, 0, 0, 32), (9, 0, 0, 300), (40, 1, 0, 375), (1, 0, 60, 60), (9, 0, 60, 300)],
)  # fmt: skip
async def test_the_wait_after_a_failure(
    workbench: Page, failures: int, random: float, after: float, seconds: float
) -> None:
    assert await workbench.evaluate(WAIT, [failures, {"random": random, "after": after}]) == seconds * 1000
