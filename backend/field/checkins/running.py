"""Watching over visits, every few seconds, in every worker; a lease lets one of them act at a time."""

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta

from backend.field.checkins.commands.watching import watch

LOOK_EVERY = timedelta(seconds=2)
log = logging.getLogger(__name__)

_running: list[asyncio.Task[None]] = []


async def open_checkins() -> None:
    """Begin; what fell due while no server ran is made up for at once."""
    _running.append(asyncio.create_task(_watch(), name="checkins"))


async def close_checkins() -> None:
    """Stop; a step under way is rolled back and taken up at the next start."""
    while _running:
        task = _running.pop()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _watch() -> None:
    failing = False
    while True:
        try:
            await watch()
            failing = False
        except Exception:
            # A database that is away for a while must not end the watching, nor fill the log each time.
            if not failing:
                log.exception("watching over visits failed; it goes on")
            failing = True
        await asyncio.sleep(LOOK_EVERY.total_seconds())
