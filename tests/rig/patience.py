"""How long a test waits for what happens elsewhere: a loaded machine is slow, and only a failure waits that long."""

import asyncio
from collections.abc import Awaitable, Callable
from inspect import isawaitable
from typing import Final

PATIENCE_S: Final = 30
_LOOKING_S: Final = 0.01


async def until(
    holds: Callable[[], bool | Awaitable[bool]],
    *,
    longest_s: float = PATIENCE_S,
    what: str = "it did not happen",
) -> None:
    """Back as soon as it holds."""
    try:
        async with asyncio.timeout(longest_s):
            while not await _told(holds()):  # noqa: ASYNC110 - what is waited for sets no event of ours
                await asyncio.sleep(_LOOKING_S)
    except TimeoutError:
        raise AssertionError(what) from None


async def _told(answer: bool | Awaitable[bool]) -> bool:
    return await answer if isawaitable(answer) else answer
