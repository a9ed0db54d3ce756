"""What the server does by itself at a moment that stands on the row: `next_at`, found by index, and `next_step`."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.leases import give_back, renew, take
from backend.foundation.now import now

LEASE: Final = timedelta(seconds=30)
BATCH: Final = 100
_DUE = "SELECT id, next_at, next_step FROM {table} WHERE next_at <= ?{after} ORDER BY next_at, id LIMIT ?"
_AFTER = " AND (next_at, id) > (?, ?)"
log = logging.getLogger(__name__)

# Takes one step of a row if it is still what comes next; whether it did.
Step = Callable[[UUID, datetime, Any], Awaitable[bool]]


async def take_due(table: str, step: Step, *, most: int) -> int:
    """Every step that is due by now, unless another worker is at it; how many were taken.

    After a standstill a row may have several, up to `most`: each is taken in its turn, dated at its own limit.
    """
    if not await rows(_DUE.format(table=table, after=""), now(), 1) or not await take(table, now(), LEASE):
        return 0
    taken = 0
    try:
        for _ in range(most):
            taken += await _take_all(table, step, now())
    finally:
        await give_back(table)
    return taken


async def _take_all(table: str, step: Step, at: datetime) -> int:
    """The next step of every row that has one due at `at`; those that fail stand in nobody's way."""
    taken, after = 0, tuple[Any, ...]()
    while due := await rows(_DUE.format(table=table, after=_AFTER if after else ""), at, *after, BATCH):
        taken += sum([await _try(table, step, found) for found in due])
        after = (due[-1]["next_at"], due[-1]["id"])
        if not await renew(table, now(), LEASE):
            break
    return taken


async def _try(table: str, step: Step, found: dict[str, Any]) -> bool:
    try:
        return await step(found["id"], found["next_at"], found["next_step"])
    except Exception:
        # One that cannot be carried on must not stop the others.
        log.exception("step %s of %s in %s failed", found["next_step"], found["id"], table)
        return False
