"""A recurring duty of the test's own: what was carried out is what the test says."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from backend.demo.organisation import township_id
from backend.foundation.clocks.windows import Done, Series, Standing, Window, windows_of
from backend.foundation.now import CHINA, now

RULE = "campaign.regular"
carried_out: dict[UUID, datetime] = {}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


async def found_done(windows: Sequence[Window]) -> Mapping[UUID, Done]:
    """What a room answers: of the windows it is asked about those something was carried out in."""
    return {
        window.id: Done(("campaign", record), moment)
        for window in windows
        for record, moment in carried_out.items()
        if window.begins_at <= moment < window.ends_at
    }


DUTY = Series(rule=RULE, setting="cadence.campaign", page="/campaigns", done=found_done)


async def standing(at: datetime) -> list[Standing]:
    return await windows_of(township_id("sfz"), (RULE,), at, 24)


async def told() -> list[tuple[str, str]]:
    return [(each.words, each.clock.state) for each in await standing(now())]
