"""A thread that works off what is put on its desk, in order.

The standard executor chains two futures and five locks per call; a request hops to the database several times, and the
writer is held all the while.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")
Job = tuple[asyncio.AbstractEventLoop, "asyncio.Future[Any]", Callable[[], Any]]


class Clerk:
    """Serves one event loop at a time; `dismiss` it when there is nothing more to do."""

    def __init__(self, name: str) -> None:
        self._desk: SimpleQueue[Job | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    async def do(self, work: Callable[[], T]) -> T:
        """What `work` answers or raises. It is run to its end even when the caller is cancelled."""
        done = self._put(work)
        try:
            result: T = await done
            return result
        except asyncio.CancelledError:
            await self._put(_nothing)
            raise

    async def dismiss(self) -> None:
        """End the thread once its desk is empty."""
        self._desk.put(None)
        await asyncio.to_thread(self._thread.join)

    def _put(self, work: Callable[[], Any]) -> "asyncio.Future[Any]":
        loop = asyncio.get_running_loop()
        done: asyncio.Future[Any] = loop.create_future()
        self._desk.put((loop, done, work))
        return done

    def _work(self) -> None:
        while job := self._desk.get():
            loop, done, work = job
            result, failure = _tried(work)
            with suppress(RuntimeError):  # the loop was closed: nobody waits any more
                loop.call_soon_threadsafe(_tell, done, result, failure)


def _nothing() -> None:
    """Once this is done, all that lay on the desk before is done too."""


def _tried(work: Callable[[], Any]) -> tuple[Any, BaseException | None]:
    try:
        return work(), None
    except BaseException as failure:  # noqa: BLE001 - it is raised where the work was asked for
        return None, failure


def _tell(done: "asyncio.Future[Any]", result: Any, failure: BaseException | None) -> None:
    if done.done():  # its caller was cancelled
        return
    if failure is None:
        done.set_result(result)
    else:
        done.set_exception(failure)
