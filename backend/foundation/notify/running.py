"""The queue beside the answering, in every worker: claims let them share the work."""

import asyncio
import logging
from contextlib import suppress
from typing import Final

from backend.foundation.notify.queue import attempt, claim, leave, listen
from backend.foundation.now import now

AT_ONCE: Final = 16
LOOK_EVERY_S: Final = 1.0
log = logging.getLogger(__name__)

_running: list[asyncio.Task[None]] = []


async def open_notices() -> None:
    """Begin; what waited when the server went down is taken up."""
    _running.append(asyncio.create_task(_work(), name="notices"))


async def close_notices() -> None:
    """Stop; a message under way is tried again after the next start."""
    while _running:
        task = _running.pop()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _work() -> None:
    woken, under_way = asyncio.Event(), set[asyncio.Task[None]]()
    listen(woken)
    try:
        while True:
            woken.clear()
            try:
                for claimed in await claim(now(), AT_ONCE - len(under_way)):
                    task = asyncio.create_task(attempt(claimed))
                    under_way.add(task)
                    task.add_done_callback(under_way.discard)
            except Exception:
                # A database that is away for a while must not end the sending for good.
                log.exception("looking for notices to send failed")
            with suppress(TimeoutError):
                await asyncio.wait_for(woken.wait(), LOOK_EVERY_S)
    finally:
        leave(woken)
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
