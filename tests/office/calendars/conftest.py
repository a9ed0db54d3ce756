"""An administrator in November, with a case of the township running into the next year."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

import pytest

from backend.demo.organisation import township_id, unit_id
from backend.foundation.clocks import Clock, Subject, start
from backend.foundation.database import transaction
from backend.foundation.mechanism import load_profile
from backend.foundation.now import CHINA
from tests.rig.cast import Cast
from tests.rig.clock import Clock as Watch


@pytest.fixture
async def running(cast: Cast, clock: Watch) -> Clock:
    """Three working days from 29 December: 30 and 31 December, 4 January."""
    clock.at("2026-12-29T10:00:00+08:00")
    return await begun("2026-12-29T10:00")


async def begun(since: str, *, days: int = 3) -> Clock:
    profile, township, case = load_profile("eshan"), township_id("sfz"), uuid4()
    limit = replace(profile.limit("handoff.transfer"), amount=days)
    about = Subject(
        record=("handoff", case), title="振兴街占道一案", url="/handoffs", township=township, chain=township
    )
    async with transaction():
        return await start(
            about, limit.rule, limit, profile=profile, owed_by=unit_id("sfz"),
            started_at=datetime.fromisoformat(since).replace(tzinfo=CHINA),
        )  # fmt: skip
