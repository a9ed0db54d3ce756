"""Watching over calls nobody has answered, each second, in every worker; a lease lets one of them act at a time."""

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta

from backend.field.assists.commands.escalation import escalate

LOOK_EVERY = timedelta(seconds=1)
log = logging.getLogger(__name__)

_running: list[asyncio.Task[None]] = []


async def open_assists() -> None:
    """Begin; what fell due while no server ran is made up for at once."""
    _running.append(asyncio.create_task(_watch(), name="assists"))


async def close_assists() -> None:
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
            await escalate()
            failing = False
        except Exception:
            # A database that is away for a while must not end the watching, nor fill the log each second.
            if not failing:
                log.exception("watching over calls for help failed; it goes on")
            failing = True
        await asyncio.sleep(LOOK_EVERY.total_seconds())
