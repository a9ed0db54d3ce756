import asyncio
import contextvars
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest

from backend.foundation.database import (
    Dialogue,
    UniqueBroken,
    after_commit,
    before_commit,
    row,
    rows,
    transaction,
)
from backend.foundation.database.piccolo_conf import DB
from backend.foundation.numbering import next_number
from tests.rig.patience import PATIENCE_S
from tests.rig.stage import Stage


async def fail_after(step: Callable[[], Awaitable[object]]) -> None:
    """A command that does `step` and then fails."""
    async with transaction():
        await step()
        raise ZeroDivisionError


COUNTED = "SELECT last FROM counters WHERE body = ?"


async def test_what_a_failed_command_wrote_is_gone(own_database: Stage) -> None:
    body = uuid4()
    with pytest.raises(ZeroDivisionError):
        await fail_after(lambda: next_number(body, "patrol", 2026))
    assert await row(COUNTED, body) is None


async def test_steps_after_commit_see_the_committed_rows_and_run_in_order(own_database: Stage) -> None:
    body = uuid4()
    seen: list[object] = []

    async def look() -> None:
        seen.append(await row(COUNTED, body))

    def last() -> Dialogue[None]:
        seen.append((yield COUNTED, (body,)))

    async with transaction():
        after_commit(look)
        before_commit(last)
        await next_number(body, "patrol", 2026)
    assert seen == [[{"last": 1}], {"last": 1}]


async def test_nothing_runs_after_a_rollback(own_database: Stage) -> None:
    async def never() -> None:
        pytest.fail("a rolled-back command woke somebody")

    async def promise() -> None:
        after_commit(never)

    with pytest.raises(ZeroDivisionError):
        await fail_after(promise)


async def test_a_step_that_fails_after_commit_does_not_undo_what_is_true(own_database: Stage) -> None:
    body = uuid4()

    async def broken() -> None:
        raise RuntimeError("wake-up failed")

    async with transaction():
        after_commit(broken)
        await next_number(body, "patrol", 2026)
    assert await row(COUNTED, body) == {"last": 1}


async def test_an_inner_command_joins_the_outer_transaction(own_database: Stage) -> None:
    body = uuid4()

    async def inner() -> None:
        async with transaction():
            await next_number(body, "patrol", 2026)

    with pytest.raises(ZeroDivisionError):
        await fail_after(inner)
    assert await row(COUNTED, body) is None


async def test_read_then_write_at_once_loses_nothing(own_database: Stage) -> None:
    body = uuid4()

    async def take() -> int:
        async with transaction():
            await rows(COUNTED, body)
            return await next_number(body, "patrol", 2026)

    numbers = await asyncio.gather(*(take() for _ in range(32)))
    assert sorted(numbers) == list(range(1, 33))


async def test_numbers_have_no_gap_when_commands_fail_between(own_database: Stage) -> None:
    body = uuid4()

    async def take(fails: bool) -> int | None:
        if fails:
            with pytest.raises(ZeroDivisionError):
                await fail_after(lambda: next_number(body, "patrol", 2026))
            return None
        async with transaction():
            return await next_number(body, "patrol", 2026)

    taken = await asyncio.gather(*(take(fails=turn % 3 == 0) for turn in range(30)))
    assert sorted(number for number in taken if number) == list(range(1, 21))


async def test_years_series_and_bodies_count_apart(own_database: Stage) -> None:
    body, other = uuid4(), uuid4()
    async with transaction():
        taken = [
            await next_number(body, "patrol", 2026),
            await next_number(body, "patrol", 2027),
            await next_number(body, "letter", 2026),
            await next_number(other, "patrol", 2026),
            await next_number(body, "patrol", 2026),
        ]
    assert taken == [1, 1, 1, 1, 2]


async def test_a_cancelled_command_leaves_the_writer_free(own_database: Stage) -> None:
    body = uuid4()
    waiting = asyncio.Event()

    async def stuck() -> None:
        async with transaction():
            await next_number(body, "patrol", 2026)
            waiting.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(stuck())
    await waiting.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with transaction():
        assert await next_number(body, "patrol", 2026) == 1


async def test_a_commit_that_fails_leaves_the_connection_free_and_nothing_open(own_database: Stage) -> None:
    await rows(
        "CREATE TABLE promises (id INTEGER PRIMARY KEY, kept INTEGER REFERENCES promises DEFERRABLE INITIALLY DEFERRED)"
    )
    for broken in range(20):  # more than the pool has connections
        with pytest.raises((sqlite3.IntegrityError, asyncpg.ForeignKeyViolationError)):
            async with transaction():
                await rows("INSERT INTO promises (id, kept) VALUES (?, -1)", broken)
        assert not DB.transaction_exists()
    async with asyncio.timeout(PATIENCE_S), transaction():
        assert await rows("SELECT id FROM promises") == []
    await rows("DROP TABLE promises")


async def test_a_row_that_is_there_already_is_told_apart_from_other_faults(own_database: Stage) -> None:
    chain = uuid4()
    await rows("INSERT INTO chains (id, seq, head) VALUES (?, 0, '')", chain)
    with pytest.raises(UniqueBroken):
        await rows("INSERT INTO chains (id, seq, head) VALUES (?, 0, '')", chain)


async def test_reading_does_not_wait_for_a_writer(own_database: Stage) -> None:
    body = uuid4()
    async with transaction():
        await next_number(body, "patrol", 2026)
        found = await asyncio.wait_for(asyncio.create_task(_read_outside(body)), PATIENCE_S)
    assert found is None


async def _read_outside(body: UUID) -> dict[str, Any] | None:
    """As a request of somebody else reads: a task of its own, without this one's open transaction."""
    return await asyncio.get_running_loop().create_task(row(COUNTED, body), context=contextvars.Context())
