"""What the product really sends to its database driver while it answers, written down at the driver."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import Any

import httpx

from backend.app import create_app
from backend.foundation.database.engines import DB
from backend.foundation.database.pooled_sqlite import PooledSQLiteEngine
from backend.foundation.database.sqlite_connection import DurableConnection
from tests.bench.replay import Statement

# What frames a transaction or a connection; the limit has its own.
FRAME = ("BEGIN", "COMMIT", "PRAGMA")

_heard: list[Statement] = []


class ListeningConnection(DurableConnection):
    """Writes down every statement on its way to SQLite."""

    def execute(self, sql: str, args: Any = ()) -> sqlite3.Cursor:
        _heard.append((sql, tuple(args)))
        return super().execute(sql, args)


@asynccontextmanager
async def listening() -> AsyncIterator[httpx.AsyncClient]:
    """The application in this process with its pool overheard, and a client that asks it."""
    if isinstance(DB, PooledSQLiteEngine):
        DB.connection_kwargs["factory"] = ListeningConnection
        await DB.start_connection_pool()
    else:
        await DB.start_connection_pool(min_size=1, max_size=1, init=_listen, reset=_leave)
    asgi = httpx.ASGITransport(create_app())  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=asgi, base_url="http://house.test") as client:
        yield client
    await DB.close_connection_pool()


async def heard(asking: Awaitable[httpx.Response]) -> list[Statement]:
    """The statements sent while `asking` ran, in order."""
    _heard.clear()
    answer = await asking
    assert answer.is_success, answer.text
    await asyncio.sleep(0)  # asyncpg tells its loggers in the loop's next turn
    return [(sql, args) for sql, args in _heard if not sql.startswith(FRAME)]


async def _listen(connection: Any) -> None:
    connection.add_query_logger(lambda query: _heard.append((query.query, tuple(query.args or ()))))


async def _leave(_connection: Any) -> None:
    """Nothing is put back between two uses: it would be heard."""
