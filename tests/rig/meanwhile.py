"""Two at one instant, step by step: one holds its transaction open until the other is through or has to wait for it."""

import asyncio
from collections.abc import Coroutine
from contextvars import Context
from typing import Any, TypeVar

from backend.foundation.database import rows
from backend.foundation.database.piccolo_conf import DB
from backend.foundation.database.pooled_sqlite import PooledSQLiteEngine
from tests.rig.patience import PATIENCE_S

T = TypeVar("T")


async def meanwhile(other: Coroutine[Any, Any, T]) -> "asyncio.Task[T]":
    """Begin what somebody else does, outside the open transaction; back once it is done or waits for that transaction."""
    task = asyncio.get_running_loop().create_task(other, context=Context())
    async with asyncio.timeout(PATIENCE_S):
        while not (await _somebody_waits() or task.done()):
            pass
    return task


async def _somebody_waits() -> bool:
    if isinstance(DB, PooledSQLiteEngine):
        await asyncio.sleep(0)  # lets the other go on; PostgreSQL's answer takes its time anyway
        return bool(DB._writing._waiters)  # nothing public tells
    return bool(await rows("SELECT 1 FROM pg_locks WHERE NOT granted"))
