"""SQLite for a township's one server: WAL, FULL durability, one writer, a few readers.

Piccolo's own engine opens a connection and a thread per query and begins deferred transactions, which fail
with "database is locked" as soon as two of them read before they write. Here one writer connection stands
behind a FIFO lock and readers wait in a queue, so nobody polls and nobody loses.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from piccolo.engine.sqlite import SQLiteEngine, SQLiteTransaction, TransactionType

READERS = 4
T = TypeVar("T")

# Piccolo's converters go through Decimal and two function calls per value; a ledger page has hundreds.
sqlite3.register_converter("INTEGER", int)
sqlite3.register_converter("UUID", lambda raw: UUID(raw.decode()))
sqlite3.register_converter("TIMESTAMPTZ", lambda raw: datetime.fromisoformat(raw.decode()).astimezone(UTC))


class DurableConnection(sqlite3.Connection):
    """A connection that is safe to lose power under: WAL with a sync on every commit."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for pragma in ("busy_timeout=30000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=1"):
            self.execute(f"PRAGMA {pragma}")


class PooledConnection:
    """One sqlite3 connection whose calls run in the engine's threads, one at a time."""

    def __init__(self, engine: "PooledSQLiteEngine", raw: sqlite3.Connection) -> None:
        self._engine = engine
        self.raw = raw

    async def call(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run `work` to its end even when the caller is cancelled: the connection is never left in the middle."""
        running = asyncio.get_running_loop().run_in_executor(self._engine.threads, work, self.raw)
        try:
            return await asyncio.shield(running)
        except asyncio.CancelledError:
            await asyncio.wait([running])
            raise

    async def execute(self, sql: str, args: Sequence[Any] = ()) -> list[dict[str, Any]]:
        return await self.call(lambda raw: fetch(raw, sql, args))


class PooledTransaction(SQLiteTransaction):
    """BEGIN IMMEDIATE on the one writer; whatever happens, the writer is handed back."""

    engine: "PooledSQLiteEngine"
    connection: Any

    async def __aenter__(self) -> SQLiteTransaction:
        if self._parent is not None:
            return self._parent
        self.connection = await self.engine.writer()
        try:
            await self.connection.execute("BEGIN IMMEDIATE")
        except BaseException:
            self.engine.release_writer()
            raise
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(self, exception_type: object, exception: object, traceback: object) -> bool:
        if self._parent:
            return exception is None
        try:
            await self._finish(failed=exception is not None)
        finally:
            self.engine.current_transaction.reset(self.context)
            self.engine.release_writer()
        return exception is None

    async def _finish(self, *, failed: bool) -> None:
        if self._rolled_back or self._committed:
            return
        if failed:
            await self.rollback()  # type: ignore[no-untyped-call]
            return
        try:
            await self.commit()  # type: ignore[no-untyped-call]
        except BaseException:
            await self.rollback()  # type: ignore[no-untyped-call]
            raise


class PooledSQLiteEngine(SQLiteEngine):
    """Same interface as PostgresEngine: start_connection_pool, transaction, close_connection_pool."""

    def __init__(self, path: str) -> None:
        super().__init__(path, factory=DurableConnection, timeout=30)
        self.threads: ThreadPoolExecutor | None = None
        self._writer: PooledConnection | None = None
        self._writing = asyncio.Lock()
        self._readers: asyncio.Queue[PooledConnection] = asyncio.Queue()
        self._all: list[PooledConnection] = []

    async def start_connection_pool(self) -> None:
        """Open the connections; until then (command line, migrations) Piccolo's own ways are used."""
        Path(self.path).parent.mkdir(parents=True, exist_ok=True)
        self.threads = ThreadPoolExecutor(READERS + 1, thread_name_prefix="sqlite")
        self._writing = asyncio.Lock()
        self._readers = asyncio.Queue()
        self._writer = self._connect()
        self._all = [self._connect() for _ in range(READERS)]
        for reader in self._all:
            self._readers.put_nowait(reader)

    async def close_connection_pool(self) -> None:
        if self._writer is None or self.threads is None:
            return
        async with self._writing:
            writer, self._writer = self._writer, None
        await asyncio.to_thread(self.threads.shutdown)
        for connection in (*self._all, writer):
            connection.raw.close()

    async def writer(self) -> PooledConnection:
        if self._writer is None:
            await self.start_connection_pool()
        await self._writing.acquire()
        assert self._writer is not None
        return self._writer

    def release_writer(self) -> None:
        self._writing.release()

    def transaction(
        self, transaction_type: TransactionType = TransactionType.immediate, allow_nested: bool = True
    ) -> SQLiteTransaction:
        if self._writer is None:
            return super().transaction(TransactionType.immediate, allow_nested)
        return PooledTransaction(self, transaction_type, allow_nested)

    async def run(self, work: Callable[[sqlite3.Connection], T], *, reading: bool) -> T:
        """Run `work` on the open transaction's connection, else on a reader, else alone on the writer."""
        current = self.current_transaction.get()
        if current is not None:
            done: T = await current.connection.call(work)
            return done
        if reading:
            reader = await self._readers.get()
            try:
                return await reader.call(work)
            finally:
                self._readers.put_nowait(reader)
        connection = await self.writer()
        try:
            return await connection.call(work)
        finally:
            self.release_writer()

    @property
    def pooled(self) -> bool:
        return self._writer is not None

    async def _run_in_new_connection(
        self, query: str, args: Any = None, query_type: str = "generic", table: Any = None
    ) -> Any:
        if self._writer is None:
            return await super()._run_in_new_connection(query, args, query_type, table)
        return await self.run(lambda raw: fetch(raw, query, args or []), reading=is_read(query))

    async def _run_in_existing_connection(
        self, connection: Any, query: str, args: Any = None, query_type: str = "generic", table: Any = None
    ) -> Any:
        if not isinstance(connection, PooledConnection):
            return await super()._run_in_existing_connection(connection, query, args, query_type, table)
        return await connection.execute(query, args or [])

    def _connect(self) -> PooledConnection:
        raw = sqlite3.connect(check_same_thread=False, cached_statements=256, **self.connection_kwargs)
        return PooledConnection(self, raw)


def is_read(sql: str) -> bool:
    """A statement that begins with SELECT may go to a reader (`WITH … INSERT` may not)."""
    return sql.lstrip()[:6].upper() == "SELECT"


def fetch(raw: sqlite3.Connection, sql: str, args: Sequence[Any]) -> list[dict[str, Any]]:
    """Rows as dicts; the column names are built once, not per row."""
    cursor = raw.execute(sql, args)
    if cursor.description is None:
        return []
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
