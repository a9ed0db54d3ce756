"""Work that goes on beside the answering, from the start of a worker to its end."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from datetime import timedelta
from typing import Any

log = logging.getLogger(__name__)


class Beside:
    """What one room keeps going under one name."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._tasks: list[asyncio.Task[None]] = []

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.append(asyncio.create_task(work, name=self._name))

    async def settled(self) -> None:
        """Wait for work that comes to an end by itself; raises what it raises."""
        await asyncio.gather(*self._tasks)

    async def end(self) -> None:
        """Stop it wherever it stands: an open transaction is rolled back, the next start takes it up."""
        while self._tasks:
            task = self._tasks.pop()
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def keep_doing(
    work: Callable[[], Awaitable[object]],
    every: timedelta,
    what: str,
    *,
    woken: asyncio.Event | None = None,
) -> None:
    """Do `work` again and again: `every` so often, or as soon as it is `woken`.

    A database that is away for a while must not end it, nor fill the log: the first failure in a row is told, as `what`.
    """
    wakes, failing = woken or asyncio.Event(), False
    while True:
        wakes.clear()
        try:
            await work()
            failing = False
        except Exception:
            if not failing:
                log.exception("%s failed; it goes on", what)
            failing = True
        with suppress(TimeoutError):
            await asyncio.wait_for(wakes.wait(), every.total_seconds())
