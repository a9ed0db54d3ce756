"""Reading a great deal as of one moment while others go on writing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from piccolo.engine.sqlite import TransactionType

from backend.foundation.database.access import rows
from backend.foundation.database.engines import DB
from backend.foundation.database.pooled_sqlite import PooledSQLiteEngine


@asynccontextmanager
async def snapshot() -> AsyncIterator[None]:
    """Everything read inside stands as at the first look, whatever other processes write meanwhile; nothing may be written."""
    if isinstance(DB, PooledSQLiteEngine):
        async with DB.transaction(TransactionType.deferred):
            yield
        return
    async with DB.transaction():
        await rows("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
