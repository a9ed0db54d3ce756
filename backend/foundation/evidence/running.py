"""What runs beside the answering: copies left waiting are made, broken-off uploads are cleared away."""

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta

from backend.foundation.evidence import development
from backend.foundation.now import now
from backend.foundation.storage.place import storage

TIDY_EVERY = timedelta(hours=6)
# A phone may be without a network for a long holiday; after that it begins the photo anew.
UPLOADS_KEPT = timedelta(days=14)
log = logging.getLogger(__name__)

_running: list[asyncio.Task[None]] = []


async def open_evidence() -> None:
    """Begin; the press must be open."""
    await development.resume()
    _running.append(asyncio.create_task(_tidy(), name="evidence upkeep"))


async def close_evidence() -> None:
    """Stop; what was under way is waiting still at the next start."""
    while _running:
        task = _running.pop()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    await development.stop()


async def _tidy() -> None:
    while True:
        try:
            await storage().sweep(now() - UPLOADS_KEPT)
        except OSError:
            log.exception("clearing away broken-off uploads failed")
        await asyncio.sleep(TIDY_EVERY.total_seconds())
