"""One worker at a time, and somebody else once it has died."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from backend.foundation import leases
from backend.foundation.database import execute
from backend.foundation.now import now
from tests.rig.clock import Clock
from tests.rig.database import RolledBack
from tests.rig.patience import until
from tests.rig.stage import Stage

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
INSTANT = timedelta(microseconds=1)
BRIEF = timedelta(milliseconds=6)


async def test_what_is_held_is_not_taken_again(database: RolledBack) -> None:
    assert await leases.take("sweep", NOON, MINUTE)
    assert not await leases.take("sweep", NOON + MINUTE, MINUTE)
    assert await leases.take("exports", NOON, MINUTE)


async def test_a_lease_that_ran_out_is_free(database: RolledBack) -> None:
    await leases.take("sweep", NOON, MINUTE)
    assert await leases.is_held("sweep", NOON + MINUTE)
    assert not await leases.is_held("sweep", NOON + MINUTE + INSTANT)
    assert await leases.take("sweep", NOON + MINUTE + INSTANT, MINUTE)


async def test_given_back_it_is_free_at_once(database: RolledBack) -> None:
    await leases.take("sweep", NOON, MINUTE)
    await leases.give_back("sweep")
    assert await leases.take("sweep", NOON, MINUTE)


async def test_renewed_it_lasts_from_then(database: RolledBack) -> None:
    await leases.take("sweep", NOON, MINUTE)
    assert await leases.renew("sweep", NOON + MINUTE, MINUTE)
    assert not await leases.take("sweep", NOON + 2 * MINUTE, MINUTE)


async def test_while_one_step_goes_on_it_is_renewed(own_database: Stage, clock: Clock) -> None:
    clock.at(NOON.isoformat())
    await leases.take("sweep", now(), BRIEF)
    clock.later(minutes=1)
    assert not await leases.is_held("sweep", now())
    async with leases.holding("sweep", BRIEF):
        await until(lambda: leases.is_held("sweep", now()))


async def test_what_somebody_else_took_meanwhile_is_not_taken_back(own_database: Stage, clock: Clock) -> None:
    clock.at(NOON.isoformat())
    await leases.take("sweep", now(), BRIEF)
    await execute("UPDATE leases SET holder = 'another' RETURNING name")
    await leases._go_on_renewing("sweep", BRIEF)  # ends by itself
    assert not await leases.renew("sweep", now(), BRIEF)


async def test_nobody_renews_or_gives_back_what_another_process_holds(
    database: RolledBack, monkeypatch: pytest.MonkeyPatch
) -> None:
    await leases.take("sweep", NOON, MINUTE)
    monkeypatch.setattr("os.getpid", lambda: -1)
    assert not await leases.renew("sweep", NOON, MINUTE)
    await leases.give_back("sweep")
    assert not await leases.take("sweep", NOON, MINUTE)


async def test_of_many_who_ask_at_once_one_is_told_yes(own_database: Stage) -> None:
    told = await asyncio.gather(*(leases.take("sweep", NOON, MINUTE) for _ in range(20)))
    assert sorted(told) == [False] * 19 + [True]
