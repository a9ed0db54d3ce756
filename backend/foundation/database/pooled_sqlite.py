"""SQLite for a township's one server: WAL, FULL durability, one writer, a few readers.

Piccolo's own engine opens a connection and a thread per query and begins deferred transactions, which fail
with "database is locked" as soon as two of them read before they write. Here one writer connection stands
behind a FIFO lock and readers wait in a queue, so nobody polls and nobody loses.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from piccolo.engine.sqlite import SQLiteEngine, SQLiteTransaction, TransactionType

from backend.foundation.database.dialogues import Dialogue, Row, Statement
from backend.foundation.database.sqlite_connection import DurableConnection, PooledConnection, fetch

READERS = 4
T = TypeVar("T")


class PooledTransaction(SQLiteTransaction):
    """On the one writer, begun with the first statement; whatever happens, the writer is handed back."""

    engine: "PooledSQLiteEngine"
    connection: PooledConnection

    async def __aenter__(self) -> SQLiteTransaction:
        if self._parent is not None:
            return self._parent
        self.connection = await self.engine.writer()
        self.connection.begin(self.transaction_type.value)
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
            await self.rollback()
            return
        try:
            await self.commit()
        except BaseException:
            await self.rollback()
            raise

    async def commit(self) -> None:
        await self.commit_after(_nothing())

    async def commit_after(self, dialogue: Dialogue[None]) -> None:
        """The last statements and the commit in one hop."""
        await self.connection.commit_after(dialogue)
        self._committed = True

    async def rollback(self) -> None:
        await self.connection.rollback()
        self._rolled_back = True


def _nothing() -> Dialogue[None]:
    yield from ()


class PooledSQLiteEngine(SQLiteEngine):
    """Same interface as PostgresEngine: start_connection_pool, transaction, close_connection_pool."""

    def __init__(self, path: str) -> None:
        super().__init__(path, factory=DurableConnection, timeout=30)
        self._writer: PooledConnection | None = None
        self._writing = asyncio.Lock()
        self._readers: asyncio.Queue[PooledConnection] = asyncio.Queue()
        self._all: list[PooledConnection] = []
        self._near: sqlite3.Connection | None = None

    async def start_connection_pool(self) -> None:
        """Open the connections; until then (command line, migrations) Piccolo's own ways are used."""
        Path(self.path).parent.mkdir(parents=True, exist_ok=True)
        self._writing = asyncio.Lock()
        self._readers = asyncio.Queue()
        self._writer = PooledConnection(self._open(), "sqlite writer")
        self._all = [PooledConnection(self._open(), f"sqlite reader {number}") for number in range(READERS)]
        for reader in self._all:
            self._readers.put_nowait(reader)
        self._near = self._open()

    async def close_connection_pool(self) -> None:
        if self._writer is None or self._near is None:
            return
        async with self._writing:
            writer, self._writer = self._writer, None
        for connection in (*self._all, writer):
            await connection.close()
        self._near.close()

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

    async def look_over(self, asked: Sequence[Statement]) -> list[list[Row]]:
        """Short looks, in the loop's own thread: readers of a WAL wait for nobody, and the hop would cost more."""

        def answers(raw: sqlite3.Connection) -> list[list[Row]]:
            return [fetch(raw, sql, args) for sql, args in asked]

        if self._near is None or self.current_transaction.get() is not None:
            return await self.run(answers, reading=True)
        return answers(self._near)

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

    def _open(self) -> sqlite3.Connection:
        opened: sqlite3.Connection = sqlite3.connect(
            check_same_thread=False, cached_statements=256, **self.connection_kwargs
        )
        return opened


def is_read(sql: str) -> bool:
    """A statement that begins with SELECT may go to a reader (`WITH … INSERT` may not)."""
    return sql.lstrip()[:6].upper() == "SELECT"
