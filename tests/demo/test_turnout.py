"""The demo's people at their posts: each came and went, a note lies for the next, a spot check was answered."""

from datetime import datetime

import pytest

from backend.demo.assists.telling import calls
from backend.demo.duty.telling import rosters
from backend.demo.organisation import township_id
from backend.demo.turnout.telling import turnouts
from backend.foundation.database import rows
from backend.foundation.now import staged
from backend.office.duty.turnout.queries.now import look_at
from tests.rig.cast import Cast
from tests.rig.clock import Clock

# In the evening, in the small hours before a market day, just after a shift began.
MOMENTS = ("2026-11-20T22:10:00+08:00", "2026-11-23T02:05:00+08:00", "2026-11-22T18:01:00+08:00")


@pytest.fixture(params=MOMENTS)
async def at(request: pytest.FixtureRequest, clock: Clock, cast: Cast) -> datetime:
    moment = clock.at(request.param)
    acts = [*rosters(moment), *turnouts(moment), *calls(moment)]
    for act in sorted(acts, key=lambda each: each.at):
        assert act.at <= moment
        with staged(act.at):
            await act.do()
    return moment


async def test_nobody_is_missing_at_a_post_and_what_was_left_lies_there(at: datetime) -> None:
    found = await look_at(township_id("sfz"), at)
    assert [gap.line for gap in found.gaps if gap.line] == []
    assert found.places
    assert await rows("SELECT id FROM handover_notes")
    [check] = await rows("SELECT answered_at, due_at FROM spot_checks")
    assert check["answered_at"] <= check["due_at"]
