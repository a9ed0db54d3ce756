"""Several workers at one database: what each of them finds due is written once."""

import asyncio
from datetime import datetime
from uuid import uuid4

import pytest

from backend.demo.organisation import township_id
from backend.foundation.clocks import Subject, start
from backend.foundation.clocks.sweep import sweep_batch
from backend.foundation.database import row, rows, transaction
from backend.foundation.mechanism import load_profile
from backend.foundation.now import CHINA, now
from tests.rig.cast import Cast
from tests.rig.clock import Clock as Watch

CLOCKS = 20
STARTED = datetime(2026, 9, 28, 9, tzinfo=CHINA)
LATE = datetime(2026, 10, 11, tzinfo=CHINA)


@pytest.fixture
async def running(own_cast: Cast, clock: Watch) -> None:
    """Limits of many cases, all with the same end."""
    clock.at(STARTED)
    place, township = load_profile("changjiang"), township_id("sfz")
    unit = await row("SELECT id FROM units WHERE code = 'sfz'")
    assert unit is not None
    for _ in range(CLOCKS):
        case = Subject(record=("handoff", uuid4()), title="一案", url="/", township=township, chain=township)
        async with transaction():
            limit = place.limit("handoff.transfer")
            await start(case, limit.rule, limit, profile=place, started_at=STARTED, owed_by=unit["id"])
    clock.at(LATE)


async def test_workers_that_find_the_same_write_it_once(running: None) -> None:
    """Without the lease that keeps them apart: each reads what is due before any of them has written."""
    await asyncio.gather(*(sweep_batch(now()) for _ in range(4)))
    await asyncio.gather(*(sweep_batch(now()) for _ in range(4)))
    found = await rows(
        "SELECT record_id, kind FROM events WHERE kind LIKE 'clock.%' AND kind <> 'clock.started'"
    )
    assert sorted(event["kind"] for event in found) == ["clock.overdue"] * CLOCKS
    assert len({event["record_id"] for event in found}) == CLOCKS
