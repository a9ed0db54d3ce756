"""The database by its bare driver: no pool of ours, no rows of ours, one durable transaction at a time."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit
from uuid import UUID

import asyncpg

Statements = Sequence[tuple[str, Sequence[Any]]]

DURABLE = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=1")


class Driver(Protocol):
    """What both engines' bare drivers can do."""

    async def open(self) -> None: ...

    def stored(self, value: Any) -> Any:
        """A value as the driver takes it without an adapter."""

    async def read(self, statements: Statements) -> list[Sequence[Any]]: ...

    async def write(self, statements: Statements) -> None: ...


class SQLite:
    """The sqlite3 module in the event loop's own thread: nothing is faster for one who asks alone."""

    def __init__(self, url: str) -> None:
        self._path = unquote(urlsplit(url).path[1:])
        self._raw: sqlite3.Connection

    async def open(self) -> None:
        self._raw = sqlite3.connect(self._path, isolation_level=None, cached_statements=256)
        self._raw.row_factory = sqlite3.Row
        for pragma in DURABLE:
            self._raw.execute(f"PRAGMA {pragma}")

    def stored(self, value: Any) -> Any:
        if isinstance(value, UUID):
            return str(value)
        return value.isoformat(" ") if isinstance(value, datetime) else value

    async def read(self, statements: Statements) -> list[Sequence[Any]]:
        return [self._raw.execute(sql, args).fetchall() for sql, args in statements]

    async def write(self, statements: Statements) -> None:
        self._raw.execute("BEGIN IMMEDIATE")
        await self.read(statements)
        self._raw.execute("COMMIT")


class PostgreSQL:
    """asyncpg with its own pool and its own cache of prepared statements."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._pool: asyncpg.Pool

    async def open(self) -> None:
        self._pool = await asyncpg.create_pool(self._url, min_size=2, max_size=10, reset=_leave)

    def stored(self, value: Any) -> Any:
        return value

    async def read(self, statements: Statements) -> list[Sequence[Any]]:
        async with self._pool.acquire() as connection:
            return [await connection.fetch(sql, *args) for sql, args in statements]

    async def write(self, statements: Statements) -> None:
        async with self._pool.acquire() as connection, connection.transaction():
            for sql, args in statements:
                await connection.fetch(sql, *args)


def driver(url: str) -> Driver:
    return SQLite(url) if url.startswith("sqlite") else PostgreSQL(url)


async def _leave(_connection: Any) -> None:
    """Nothing was set on the connection, so nothing has to be put back."""
