"""Pieces grow on a quick line and shrink on a slow one; waits grow to five minutes."""

import pytest
from playwright.async_api import Page

KB, MB = 1024, 1024 * 1024


@pytest.mark.parametrize(
    ("size", "took_ms", "following"),
    [
        (128 * KB, 999, 256 * KB),
        (128 * KB, 1000, 128 * KB),
        (128 * KB, 8001, 64 * KB),
        (4 * MB, 10, 4 * MB),
        (32 * KB, 60_000, 32 * KB),
    ],
)
async def test_the_next_piece(workbench: Page, size: int, took_ms: int, following: int) -> None:
    script = "async ([size, took]) => (await import('/js/evidence/pace.js')).nextPiece(size, took)"
    assert await workbench.evaluate(script, [size, took_ms]) == following


@pytest.mark.parametrize(
    ("failures", "random", "seconds"), [(1, 0, 2), (1, 1, 2.5), (5, 0, 32), (9, 0, 300), (40, 1, 375)]
)
async def test_the_wait_after_a_failure(
    workbench: Page, failures: int, random: float, seconds: float
) -> None:
    script = "async ([failures, random]) => (await import('/js/evidence/pace.js')).waitMs(failures, random)"
    assert await workbench.evaluate(script, [failures, random]) == seconds * 1000
