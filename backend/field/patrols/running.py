"""What a start makes up for: fixes that were kept when the server stopped, and not yet measured."""

import asyncio
import logging
from contextlib import suppress

from backend.field.patrols.commands.measuring import catch_up

log = logging.getLogger(__name__)

_running: list[asyncio.Task[None]] = []


async def open_patrols() -> None:
    """Begin, beside the answering: a long day's track takes a while to judge."""
    _running.append(asyncio.create_task(_catch_up(), name="measuring"))


async def close_patrols() -> None:
    """Stop; what is not measured then is at the next start."""
    while _running:
        task = _running.pop()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def caught_up() -> None:
    """Wait until everything is measured."""
    await asyncio.gather(*_running)


async def _catch_up() -> None:
    try:
        await catch_up()
    except Exception:
        # The next batch of fixes and the filing measure again; a start must not fail for it.
        log.exception("measuring what was left over failed")
