"""Running a command's work on the open database, and saying in one line why that could not be."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from typing import TypeVar

from backend.console.command import Refused, in_one_line

T = TypeVar("T")
_DAMAGED = ("file is not a database", "database disk image is malformed")
_NO_TABLE = ("no such table", "no such column", "UndefinedTableError", "UndefinedColumnError")


def on_database(work: Callable[[], Awaitable[T]]) -> T:
    """What `work` answers; raises Refused where the database or the disk stands in the way."""

    async def opened() -> T:
        from backend.foundation.database import close_database, open_database

        await open_database()
        try:
            return await work()
        finally:
            await close_database()

    return outside_in_one_line(lambda: asyncio.run(opened()))


def outside_in_one_line(work: Callable[[], T]) -> T:
    """What `work` answers; what the machine, the disk or the database server refuses becomes Refused."""
    try:
        return work()
    except Exception as error:
        said = _said(error)
        if said is None:
            raise
        raise Refused(said) from None


def _said(error: Exception) -> str | None:
    """The words for an error that comes from outside; None for one of our own making."""
    words = f"{type(error).__name__} {error}"
    if any(mark in words for mark in _NO_TABLE):
        return "the schema is not up to date; run `liandong migrate`"
    if any(mark in words for mark in _DAMAGED):
        return f"the database file is damaged ({in_one_line(error)}); put a copy of it back (DATABASE_URL)"
    if isinstance(error, OSError | sqlite3.Error) or type(error).__module__.startswith("asyncpg"):
        return in_one_line(error)
    return None
