"""Plain SQL on either engine, with `?` for every argument.

Rooms use Piccolo's tables for single rows and these functions for lists and hot paths, where the cost of
building a query object is larger than the query.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from typing import Any, TypeVar
from uuid import UUID

import asyncpg

from backend.foundation.database.dialogues import Dialogue, Row, Statement, held, listed
from backend.foundation.database.engines import DB
from backend.foundation.database.pooled_sqlite import PooledSQLiteEngine, is_read
from backend.foundation.database.sqlite_connection import fetch

__all__ = ["Row", "Statement"]

T = TypeVar("T")
MOST_ARGS = 32_767  # PostgreSQL counts the arguments of a message in two bytes


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


async def look_up(sql: str, *args: Any) -> Row | None:
    """One row by its key, or None: what every request asks before it does anything."""
    (found,) = await look_over([(sql, args)])
    return found[0] if found else None


async def look_over(statements: Iterable[Statement]) -> list[list[Row]]:
    """SELECTs that are short however much lies in the house: by key, of what is open now, of who and what a township has."""
    if isinstance(DB, PooledSQLiteEngine) and DB.pooled:
        return await DB.look_over(list(statements))
    return await batch(statements)


async def execute(sql: str, *args: Any) -> int:
    """Run a statement that ends in RETURNING or returns nothing; how many rows it gave back."""
    return len(await rows(sql, *args))


def locking(alias: str) -> str:
    """The tail of a SELECT that keeps others from changing the rows of `alias` until the transaction ends.

    On SQLite the transaction itself holds the only writer.
    """
    return "" if engine_kind() == "sqlite" else f" FOR UPDATE OF {alias}"


def turns(*things: UUID) -> list[Statement]:
    """What lets those who do something about the same things follow one another until their transactions end, where
    there is no row to lock yet. Nothing on SQLite: one that writes begins by taking the only writer."""
    if engine_kind() == "sqlite":
        return []
    taken = ", ".join(["pg_advisory_xact_lock(?)"] * len(things))
    return [(f"SELECT {taken}", [thing.int % 2**62 for thing in things])]


def typed(kind: str) -> str:
    """A `?` where PostgreSQL cannot see of which type it is, as in the first row of VALUES."""
    return "?" if engine_kind() == "sqlite" else f"CAST(? AS {kind})"


def together(writes: Sequence[Statement]) -> Dialogue[None]:
    """Writes to different rows whose answers nobody needs: to PostgreSQL they go as one message, in no order.

    Every message is a way there and back, while the rows written so far are locked.
    """
    args = [arg for _, given in writes for arg in given]
    if engine_kind() == "sqlite" or not writes[1:] or len(args) > MOST_ARGS:
        yield from listed(writes)
        return
    *first, (last, _) = writes
    bound = ", ".join(f"write_{number} AS ({sql})" for number, (sql, _) in enumerate(first))
    yield f"WITH {bound} {last}", args


async def batch(statements: Iterable[Statement]) -> list[list[Row]]:
    """Several statements one after another on one connection: one hop to the database thread on SQLite."""
    work = list(statements)
    if not work:
        return []
    return await converse(listed(work), reading=all(is_read(sql) for sql, _ in work))


async def converse(dialogue: Dialogue[T], *, reading: bool = False) -> T:
    """Statements that hang on each other's answers, as `batch`; only SELECTs when `reading`."""
    with told_apart():
        if isinstance(DB, PooledSQLiteEngine):
            if not DB.pooled:
                await DB.start_connection_pool()
            return await DB.run(lambda raw: held(dialogue, partial(fetch, raw)), reading=reading)
        return await _converse_postgres(dialogue)


@contextmanager
def told_apart() -> Iterator[None]:
    """A unique index that refused a row is UniqueBroken on both engines."""
    try:
        yield
    except (sqlite3.IntegrityError, asyncpg.UniqueViolationError) as error:
        if isinstance(error, sqlite3.IntegrityError) and "UNIQUE" not in str(error):
            raise
        raise UniqueBroken(str(error)) from error


async def _converse_postgres(dialogue: Dialogue[T]) -> T:
    assert not isinstance(DB, PooledSQLiteEngine)
    current = DB.current_transaction.get()
    if current is not None:
        return await _hold(current.connection, dialogue)
    if DB.pool is None:
        await DB.start_connection_pool()
    assert DB.pool is not None
    async with DB.pool.acquire() as connection:
        return await _hold(connection, dialogue)


async def _hold(connection: Any, dialogue: Dialogue[T]) -> T:
    try:
        sql, args = next(dialogue)
        while True:
            answer = await connection.fetch(numbered(sql), *args)
            sql, args = dialogue.send([dict(found) for found in answer])
    except StopIteration as end:
        result: T = end.value
        return result


@lru_cache(maxsize=1024)
def numbered(sql: str) -> str:
    """`?` marks as PostgreSQL's `$1, $2, …`. No statement of ours holds a literal question mark."""
    head, *rest = sql.split("?")
    return head + "".join(f"${number}{piece}" for number, piece in enumerate(rest, 1))
