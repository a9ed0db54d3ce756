"""Opening, closing and migrating the database."""

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

from backend.foundation.database.access import rows
from backend.foundation.database.engines import DB
from backend.foundation.database.pooled_sqlite import PooledSQLiteEngine
from backend.settings import ROOT

_ID = re.compile(r'^ID = "(.+)"$', re.MULTILINE)


async def _leave(_connection: object) -> None:
    """Nothing of ours is set on a pooled connection, so nothing is put back; that would be one more trip for each use."""


POOL = {"min_size": 2, "max_size": 10, "reset": _leave}


async def open_database() -> None:
    """Start the pool; the same call on both engines."""
    await DB.start_connection_pool(**({} if isinstance(DB, PooledSQLiteEngine) else POOL))


async def close_database() -> None:
    await DB.close_connection_pool()


async def migrate() -> None:
    """Bring the schema to the newest migration; raises RuntimeError when one fails, and what the database says of itself."""
    async with _pooled():
        if await _is_current():
            return
        # Only here: Piccolo's command line costs a start 0.3 s, and one that has nothing to do should not pay it.
        from piccolo.apps.migrations.commands.forwards import ForwardsMigrationManager

        manager = ForwardsMigrationManager(app_name="liandong", migration_id="all")
        result = await manager.run()
    if not result.success:
        raise RuntimeError(f"migration failed: {result.message}")


@asynccontextmanager
async def _pooled() -> AsyncIterator[None]:
    """On our own connections: Piccolo's break off in a thread of theirs, with a traceback nobody asked for."""
    await open_database()
    try:
        yield
    finally:
        await close_database()


async def _is_current() -> bool:
    """Whether every migration on disk has run."""
    try:
        ran = {found["name"] for found in await rows("SELECT name FROM migration")}
    except (
        sqlite3.OperationalError,
        asyncpg.UndefinedTableError,
    ):  # an empty database knows no such table yet
        return False
    files = (ROOT / "migrations").glob("[0-9]*.py")
    return {found[1] for file in files if (found := _ID.search(file.read_text(encoding="utf-8")))} <= ran
