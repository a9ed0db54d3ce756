"""Opening, closing and migrating the database."""

import asyncio
from pathlib import Path

from backend.foundation.database.engines import DB
from backend.foundation.database.pooled_sqlite import PooledSQLiteEngine

POOL = {"min_size": 2, "max_size": 10}


async def open_database() -> None:
    """Start the pool; the same call on both engines."""
    await DB.start_connection_pool(**({} if isinstance(DB, PooledSQLiteEngine) else POOL))


async def close_database() -> None:
    await DB.close_connection_pool()


async def migrate() -> None:
    """Bring the schema to the newest migration; raises RuntimeError when one fails."""
    if isinstance(DB, PooledSQLiteEngine):
        Path(DB.path).parent.mkdir(parents=True, exist_ok=True)
    # Only here: Piccolo's command line costs a start 0.15 s, and a running server never needs it.
    from piccolo.apps.migrations.commands.forwards import ForwardsMigrationManager

    manager = ForwardsMigrationManager(app_name="liandong", migration_id="all")
    result = await manager.run()
    if not result.success:
        raise RuntimeError(f"migration failed: {result.message}")


def migrate_now() -> None:
    """`migrate` for callers without a running event loop."""
    asyncio.run(migrate())
