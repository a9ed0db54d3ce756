"""The queue beside the answering, in every worker: claims let them share the work."""

import asyncio
import logging
from collections import defaultdict
from datetime import timedelta
from typing import Final

from backend.foundation.beside import Beside, woken_within
from backend.foundation.notify.queue import Lane, attempt, claim, lanes, leave, listen
from backend.foundation.now import now

AT_ONCE: Final = {True: 16, False: 8}  # of one lane: of emergencies, of the rest
LOOK_EVERY: Final = timedelta(seconds=1)
log = logging.getLogger(__name__)

_sending = Beside("notices")


async def open_notices() -> None:
    """Begin; what waited when the server went down is taken up."""
    _sending.begin(_work())


async def close_notices() -> None:
    """Stop; a message under way is tried again after the next start."""
    await _sending.end()


async def _work() -> None:
    woken, under_way = asyncio.Event(), defaultdict[Lane, set[asyncio.Task[None]]](set)
    listen(woken)
    try:
        while True:
            woken.clear()
            try:
                for lane in await lanes(now()):
                    await _fill(lane, under_way[lane], woken)
            except Exception:
                # A database that is away for a while must not end the sending for good.
                log.exception("looking for notices to send failed")
            await woken_within(woken, LOOK_EVERY)
    finally:
        leave(woken)
        sending = [task for some in under_way.values() for task in some]
        for task in sending:
            task.cancel()
        await asyncio.gather(*sending, return_exceptions=True)


async def _fill(lane: Lane, sending: set[asyncio.Task[None]], woken: asyncio.Event) -> None:
    """As many as have room; the lane is looked at again as soon as it is empty."""

    def done(task: asyncio.Task[None]) -> None:
        sending.discard(task)
        if not sending:
            woken.set()

    room = AT_ONCE[lane.urgent] - len(sending)
    for claimed in await claim(now(), room, lane) if room else []:
        task = asyncio.create_task(attempt(claimed))
        sending.add(task)
        task.add_done_callback(done)
