"""One SQLite connection as the pool uses it."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from backend.foundation.database.clerk import Clerk
from backend.foundation.database.dialogues import Dialogue, Row, held

T = TypeVar("T")

# Piccolo's converters go through Decimal and two function calls per value; a ledger page has hundreds.
sqlite3.register_adapter(UUID, str)
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
    """One sqlite3 connection with a thread of its own.

    A transaction begins with its first call and ends with its last: a hop to a thread and back costs as much as
    several statements, and the writer is held all the while.
    """

    def __init__(self, raw: sqlite3.Connection, name: str) -> None:
        self.raw = raw
        self._clerk = Clerk(name)
        self._begins = ""

    async def call(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run `work` to its end even when the caller is cancelled: the connection is never left in the middle."""
        return await self._clerk.do(partial(self._run, work))

    async def close(self) -> None:
        await self._clerk.dismiss()
        self.raw.close()

    async def execute(self, sql: str, args: Sequence[Any] = ()) -> list[Row]:
        return await self.call(lambda raw: fetch(raw, sql, args))

    def begin(self, how: str) -> None:
        """The next call begins a transaction first: IMMEDIATE to write, DEFERRED to read as of that moment."""
        self._begins = how

    async def commit_after(self, dialogue: Dialogue[None]) -> None:
        """Hold the dialogue and commit, in one hop."""

        def close(raw: sqlite3.Connection) -> None:
            held(dialogue, partial(fetch, raw))
            raw.execute("COMMIT")

        await self.call(close)

    async def rollback(self) -> None:
        """Take back what the transaction wrote; nothing, if it never began or ended already."""
        await self._clerk.do(self._rollback)

    def _rollback(self) -> None:
        self._begins = ""
        if self.raw.in_transaction:
            self.raw.execute("ROLLBACK")

    def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        if self._begins:
            self.raw.execute(f"BEGIN {self._begins}")
            self._begins = ""
        return work(self.raw)


def fetch(raw: sqlite3.Connection, sql: str, args: Sequence[Any] = ()) -> list[Row]:
    """Rows as dicts; the column names are built once, not per row."""
    cursor = raw.execute(sql, args)
    if cursor.description is None:
        return []
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
