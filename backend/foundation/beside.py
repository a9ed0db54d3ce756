"""Work that goes on beside the answering, from the start of a worker to its end."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Hashable
from contextlib import asynccontextmanager, suppress
from contextvars import Context
from datetime import timedelta
from typing import Any, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
log = logging.getLogger(__name__)


class Beside:
    """What one room keeps going under one name."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._tasks: list[asyncio.Task[None]] = []

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Start it by itself: a transaction that whoever starts it has open is none of its own."""
        begun = asyncio.get_running_loop().create_task(work, name=self._name, context=Context())
        self._tasks.append(begun)

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


@asynccontextmanager
async def going_on(name: str, work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """What one room keeps going for as long as a block lasts."""
    beside = Beside(name)
    beside.begin(work)
    try:
        yield
    finally:
        await beside.end()


class Joined(Generic[K]):
    """Work by its key, of which one run serves everybody who asks for it while it is under way."""

    def __init__(self, what: str, *, expected: type[Exception]) -> None:
        """`what` names a run that failed in the log; what is `expected` only whoever waits for it is told."""
        self._what, self._expected = what, expected
        self._runs: dict[K, asyncio.Task[None]] = {}

    def begin(self, key: K, work: Callable[[], Coroutine[Any, Any, None]]) -> asyncio.Task[None]:
        """Start it, or join the run that is under way."""
        if key not in self._runs:
            run = self._runs[key] = asyncio.create_task(work(), name=f"{self._what} {key}")
            run.add_done_callback(lambda done: self._finished(key, done))
        return self._runs[key]

    async def wait_for(self, key: K, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Until it is done, raising what it raises; whoever stops waiting stops nobody else's run."""
        await asyncio.shield(self.begin(key, work))

    async def settled(self) -> None:
        """Wait until nothing is under way."""
        await asyncio.gather(*self._runs.values(), return_exceptions=True)

    async def end(self) -> None:
        """Stop what is under way."""
        for run in self._runs.values():
            run.cancel()
        await self.settled()

    def _finished(self, key: K, run: asyncio.Task[None]) -> None:
        self._runs.pop(key, None)
        if not run.cancelled() and (failure := run.exception()) and not isinstance(failure, self._expected):
            log.error("%s %s failed", self._what, key, exc_info=failure)


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
        await _woken_within(wakes, every)


async def _woken_within(event: asyncio.Event, span: timedelta) -> None:
    """Back when it is set, or when the time is over. Not by wait_for: until Python 3.12 it loses an end that comes together
    with the event, and whoever waits for the end waits for ever."""
    with suppress(TimeoutError):
        async with asyncio.timeout(span.total_seconds()):
            await event.wait()
