"""Pieces grow on a quick line and shrink on a slow one."""

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
