"""Plain SQL on either engine, with `?` for every argument.

Rooms use Piccolo's tables for single rows and these functions for lists and hot paths, where the cost of
building a query object is larger than the query.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import asyncpg

from backend.foundation.database.engines import DB
from backend.foundation.database.pooled_sqlite import PooledSQLiteEngine, fetch, is_read

Row = dict[str, Any]
Statement = tuple[str, Sequence[Any]]


class UniqueBroken(Exception):
    """A unique index refused the row: somebody else was first."""


def engine_kind() -> str:
    """`sqlite` or `postgres`."""
    return DB.engine_type


async def rows(sql: str, *args: Any) -> list[Row]:
    """All rows of one statement, inside the open transaction if there is one; raises UniqueBroken."""
    return (await batch([(sql, args)]))[0]


async def row(sql: str, *args: Any) -> Row | None:
    found = await rows(sql, *args)
    return found[0] if found else None


async def execute(sql: str, *args: Any) -> int:
    """Run a statement that ends in RETURNING or returns nothing; how many rows it gave back."""
    return len(await rows(sql, *args))


def locking(alias: str) -> str:
    """The tail of a SELECT that keeps others from changing the rows of `alias` until the transaction ends.

    On SQLite the transaction itself holds the only writer.
    """
    return "" if engine_kind() == "sqlite" else f" FOR UPDATE OF {alias}"


async def batch(statements: Iterable[Statement]) -> list[list[Row]]:
    """Several statements one after another on one connection: one hop to the database thread on SQLite."""
    work = list(statements)
    try:
        if isinstance(DB, PooledSQLiteEngine):
            return await _batch_sqlite(DB, work)
        return await _batch_postgres(work)
    except (sqlite3.IntegrityError, asyncpg.UniqueViolationError) as error:
        if isinstance(error, sqlite3.IntegrityError) and "UNIQUE" not in str(error):
            raise
        raise UniqueBroken(str(error)) from error


async def _batch_sqlite(engine: PooledSQLiteEngine, work: list[Statement]) -> list[list[Row]]:
    if not engine.pooled:
        await engine.start_connection_pool()
    reading = all(is_read(sql) for sql, _ in work)
    return await engine.run(lambda raw: [fetch(raw, sql, args) for sql, args in work], reading=reading)


async def _batch_postgres(work: list[Statement]) -> list[list[Row]]:
    assert not isinstance(DB, PooledSQLiteEngine)
    current = DB.current_transaction.get()
    if current is not None:
        return await _fetch_all(current.connection, work)
    if DB.pool is None:
        await DB.start_connection_pool()
    assert DB.pool is not None
    async with DB.pool.acquire() as connection:
        return await _fetch_all(connection, work)


async def _fetch_all(connection: Any, work: list[Statement]) -> list[list[Row]]:
    return [[dict(found) for found in await connection.fetch(numbered(sql), *args)] for sql, args in work]


@lru_cache(maxsize=1024)
def numbered(sql: str) -> str:
    """`?` marks as PostgreSQL's `$1, $2, …`. No statement of ours holds a literal question mark."""
    head, *rest = sql.split("?")
    return head + "".join(f"${number}{piece}" for number, piece in enumerate(rest, 1))
