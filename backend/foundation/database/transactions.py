"""One transaction a command: what must be written last, and what may only happen once it is committed."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from backend.foundation.database.access import converse, rows, told_apart
from backend.foundation.database.dialogues import Dialogue, joined
from backend.foundation.database.engines import DB
from backend.foundation.database.pooled_sqlite import PooledTransaction

Step = Callable[[], Awaitable[None]]
Last = Callable[[], Dialogue[None]]
T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass
class Unit:
    """One open transaction and the steps tied to its end."""

    last: list[Last] = field(default_factory=list)
    after: list[Step] = field(default_factory=list)
    notes: dict[type, Any] = field(default_factory=dict)


_open: ContextVar[Unit | None] = ContextVar("open_unit", default=None)
_held_back: ContextVar[list[Step] | None] = ContextVar("held_back", default=None)


@asynccontextmanager
async def transaction() -> AsyncIterator[Unit]:
    """Begin a transaction (or join the open one); commit at the end, roll back on any exception."""
    outer = _open.get()
    if outer is not None:
        yield outer
        return
    enclosed = DB.transaction_exists()
    unit = Unit()
    async with _savepoint() if enclosed else DB.transaction() as opened:
        mark = _open.set(unit)
        try:
            yield unit
            await _close(opened, unit.last)
        finally:
            _open.reset(mark)
    await _after(unit.after, enclosed=enclosed)


@asynccontextmanager
async def _savepoint() -> AsyncIterator[None]:
    """Inside somebody's raw transaction a failed command takes back what it wrote, and nothing else."""
    await rows("SAVEPOINT command")
    try:
        yield
    except BaseException:
        await rows("ROLLBACK TO SAVEPOINT command")
        raise
    finally:
        await rows("RELEASE SAVEPOINT command")


def before_commit(last: Last) -> None:
    """Hold the dialogue `last` as the last thing inside the open transaction."""
    _current().last.append(last)


def after_commit(step: Step) -> None:
    """Run `step` once the open transaction is committed, never when it is rolled back."""
    _current().after.append(step)


def kept(kind: type[T]) -> T:
    """The open transaction's own instance of `kind`, made at first asking."""
    notes = _current().notes
    if kind not in notes:
        notes[kind] = kind()
    found: T = notes[kind]
    return found


def _current() -> Unit:
    unit = _open.get()
    if unit is None:
        raise RuntimeError("no transaction is open")
    return unit


async def _close(opened: object, last: list[Last]) -> None:
    """The last statements; SQLite commits in the same hop, for the writer is held until then."""
    dialogue = joined(begin() for begin in last)
    if isinstance(opened, PooledTransaction):
        with told_apart():
            await opened.commit_after(dialogue)
    else:
        await converse(dialogue)


async def _after(steps: list[Step], *, enclosed: bool) -> None:
    """An enclosing raw transaction has not committed yet: its owner runs the steps by run_held_back."""
    held_back = _held_back.get()
    if enclosed and held_back is not None:
        held_back.extend(steps)
        return
    if not enclosed:
        await _run(steps)


def hold_back() -> list[Step]:
    """Collect the after-commit steps of this context instead of dropping them under an outer transaction."""
    steps: list[Step] = []
    _held_back.set(steps)
    return steps


async def run_held_back() -> None:
    steps = _held_back.get() or []
    pending, steps[:] = list(steps), []
    await _run(pending)


async def _run(steps: list[Step]) -> None:
    for step in steps:
        try:
            await step()
        except Exception:
            # The command is already true; a wake-up that fails must not turn it into an error page.
            log.exception("a step after commit failed")
