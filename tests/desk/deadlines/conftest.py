"""Limits between the township and its county, on a Monday morning."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from uuid import UUID, uuid4

import pytest

from backend.demo.organisation import officer_id, township_id, unit_id
from backend.foundation.clocks import Clock, Subject, start
from backend.foundation.database import transaction
from backend.foundation.mechanism import load_profile
from backend.foundation.now import CHINA
from tests.rig.cast import Cast
from tests.rig.clock import Clock as Watch

MONDAY = "2026-11-23T10:36:00+08:00"
Run = Callable[..., Awaitable[Clock]]


@pytest.fixture
def monday(clock: Watch) -> Watch:
    clock.at(MONDAY)
    return clock


@pytest.fixture
def run(cast: Cast, monday: Watch) -> Run:
    """`await run("清水坪占道", "sfz", "cgj", "2026-11-17T09:00", who="duiyuan")`: three working days."""

    async def begin(
        title: str,
        owed_by: str,
        awaited_by: str | None,
        since: str,
        *,
        who: str | None = None,
        town: str = "sfz",
        rule: str = "handoff.transfer",
        record: UUID | None = None,
    ) -> Clock:
        profile, township = load_profile("eshan"), township_id(town)
        case = record or uuid4()
        about = Subject(
            record=("handoff", case), title=title, url=f"/handoffs/{case}", township=township, chain=township
        )
        async with transaction():
            return await start(
                about,
                rule,
                profile.limit(rule),
                profile=profile,
                started_at=datetime.fromisoformat(since).replace(tzinfo=CHINA),
                owed_by=unit_id(owed_by),
                awaited_by=unit_id(awaited_by) if awaited_by else None,
                responsible=officer_id(who) if who else None,
            )

    return begin
