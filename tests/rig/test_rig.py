"""The rig keeps its promises: what a test does to the database is gone afterwards, on either engine."""

from uuid import UUID

from backend.foundation.database import after_commit, engine_kind, rows, transaction
from backend.foundation.now import now
from backend.foundation.numbering import next_number
from tests.rig.clock import Clock
from tests.rig.database import RolledBack
from tests.rig.stage import Stage, stage

BODY = UUID(int=7)


async def counters() -> int:
    return len(await rows("SELECT id FROM counters"))


async def test_what_a_test_writes_it_sees(database: RolledBack) -> None:
    async with transaction():
        assert await next_number(BODY, "rig", 2026) == 1
    assert await counters() == 1


async def test_and_the_next_test_does_not(database: RolledBack) -> None:
    assert await counters() == 0


async def test_steps_after_commit_wait_until_they_are_asked_for(database: RolledBack) -> None:
    done: list[str] = []

    async def wake() -> None:
        done.append("woken")

    async with transaction():
        after_commit(wake)
    assert not done
    await database.committed()
    assert done == ["woken"]


async def test_a_test_with_a_database_of_its_own_commits(own_database: Stage) -> None:
    async with transaction():
        await next_number(BODY, "rig", 2026)
    assert await counters() == 1


async def test_and_finds_it_empty_again(own_database: Stage) -> None:
    assert await counters() == 0


async def test_this_process_runs_on_the_engine_it_was_asked_for(database: RolledBack) -> None:
    assert engine_kind() == stage().engine.removesuffix("ql")


def test_time_is_what_the_clock_is_set_to(clock: Clock) -> None:
    given = clock.at("2026-11-20T17:59:00+08:00")
    assert now() == given
    assert clock.later(minutes=2) == now()
    clock.run()
    assert now() > given
