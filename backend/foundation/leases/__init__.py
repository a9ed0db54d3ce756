"""Work that one worker does at a time, however many there are: a row with an end, renewed while it goes on.

A worker that dies lets its leases run out; whoever comes next takes the work up. A lease keeps two from beginning;
what they write is guarded besides, for a worker may stand still for longer than its lease.
"""

import asyncio
import logging
import os
import secrets
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from functools import lru_cache

from backend.foundation.beside import going_on
from backend.foundation.database import execute, row
from backend.foundation.now import now

__all__ = ["give_back", "holding", "is_held", "renew", "take"]
log = logging.getLogger(__name__)

_TAKE = (
    "INSERT INTO leases (name, holder, held_until) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE "
    "SET holder = excluded.holder, held_until = excluded.held_until WHERE leases.held_until < ? RETURNING name"
)
_RENEW = "UPDATE leases SET held_until = ? WHERE name = ? AND holder = ? RETURNING name"
_GIVE_BACK = "DELETE FROM leases WHERE name = ? AND holder = ?"


async def take(name: str, at: datetime, lasting: timedelta) -> bool:
    """Whether the work is ours now; False while anybody holds it, this process included."""
    return bool(await execute(_TAKE, name, _holder(), at + lasting, at))


async def renew(name: str, at: datetime, lasting: timedelta) -> bool:
    """Hold it for longer; False where it ran out and somebody else has taken it."""
    return bool(await execute(_RENEW, at + lasting, name, _holder()))


def holding(name: str, lasting: timedelta) -> AbstractAsyncContextManager[None]:
    """Renew what was taken while one step of the work goes on, however long it takes."""
    return going_on(f"holding {name}", _go_on_renewing(name, lasting))


async def give_back(name: str) -> None:
    """Done: free for the next at once. Nothing where it is no longer ours."""
    await execute(_GIVE_BACK, name, _holder())


async def is_held(name: str, at: datetime) -> bool:
    """Whether anybody is at it."""
    return await row("SELECT 1 AS held FROM leases WHERE name = ? AND held_until >= ?", name, at) is not None


async def _go_on_renewing(name: str, lasting: timedelta) -> None:
    """Until it is stopped, or somebody else has taken the work."""
    while True:
        await asyncio.sleep(lasting.total_seconds() / 3)
        try:
            if not await renew(name, now(), lasting):
                return
        except Exception:
            # A database that is away for a moment: the next third may find it again.
            log.exception("renewing the lease of %s failed", name)


def _holder() -> str:
    """Another name in every process, also in those forked after this was imported."""
    return _name_of(os.getpid())


@lru_cache(maxsize=1)
def _name_of(_process: int) -> str:
    return secrets.token_hex(16)
