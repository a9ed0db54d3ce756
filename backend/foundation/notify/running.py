"""The queue beside the answering, in every worker: claims let them share the work."""

import asyncio
from collections import defaultdict
from datetime import timedelta
from typing import Final

from backend.foundation.beside import Beside, keep_doing
from backend.foundation.notify.queue import Lane, attempt, claim, lanes, leave, listen
from backend.foundation.now import now

AT_ONCE: Final = {True: 16, False: 8}  # of one lane: of emergencies, of the rest
LOOK_EVERY: Final = timedelta(seconds=1)

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

    async def fill_lanes() -> None:
        for lane in await lanes(now()):
            await _fill(lane, under_way[lane], woken)

    try:
        await keep_doing(fill_lanes, LOOK_EVERY, "looking for notices to send", woken=woken)
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
