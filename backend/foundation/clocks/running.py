"""Sweeping beside the answering, in every worker; a lease lets one of them sweep at a time."""

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta

from backend.foundation.clocks.editions import note_shelf
from backend.foundation.clocks.recount import recount_county
from backend.foundation.clocks.sweep import sweep
from backend.foundation.now import now

LOOK_EVERY = timedelta(seconds=10)
log = logging.getLogger(__name__)

_running: list[asyncio.Task[None]] = []


async def open_clocks() -> None:
    """Begin sweeping; calendars that came with a new release are taken into use first."""
    _running.append(asyncio.create_task(_work(), name="clocks"))


async def close_clocks() -> None:
    """Stop; a batch that is under way is rolled back and taken up at the next start."""
    while _running:
        task = _running.pop()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _work() -> None:
    shelved = False
    while True:
        try:
            if not shelved:
                for county in await note_shelf(now()):
                    await recount_county(county, now())
                shelved = True
            await sweep()
        except Exception:
            # A database that is away for a while must not end the sweeping for good.
            log.exception("sweeping the clocks failed")
        await asyncio.sleep(LOOK_EVERY.total_seconds())
