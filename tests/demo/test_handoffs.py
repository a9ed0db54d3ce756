"""The invented cases come about on every day and under every text: no step of theirs is refused."""

from collections import Counter
from itertools import chain

import pytest

from backend.demo.handoffs.telling import cases
from backend.demo.matters.telling import lists
from backend.demo.organisation import found, shared_hash
from backend.demo.townships import draw
from backend.demo.weeks.people import UPLINK
from backend.foundation.clocks.queries import clocks_where
from backend.foundation.database import rows
from backend.foundation.now import now, staged
from tests.rig.clock import Clock
from tests.rig.database import RolledBack

MORNING, SATURDAY_NIGHT, SMALL_HOURS = (
    "2026-11-23T09:30:00+08:00",
    "2026-11-21T22:10:00+08:00",
    "2026-02-24T02:05:00+08:00",  # the first working day after the Spring Festival
)


async def came_about(profile: str) -> None:
    """Organisation, lists and cases as of now, without the weeks on the street."""
    moment = now()
    await found(profile, moment, await shared_hash())
    await draw()
    acts = chain(lists(moment), await cases(moment))
    for act in sorted((act for act in acts if act.at <= moment), key=lambda act: act.at):
        with staged(act.at + UPLINK):
            await act.do()


async def states() -> Counter[str]:
    return Counter(entry["state"] for entry in await rows("SELECT state FROM handoffs"))


@pytest.mark.parametrize("profile", ["yilikeqi", "zhaoba", "eshan", "shanxi-district", "changjiang"])
async def test_under_every_text(database: RolledBack, clock: Clock, profile: str) -> None:
    clock.at(MORNING)
    await came_about(profile)
    running = [limit for limit in await clocks_where("c.record_kind = 'handoff' ORDER BY c.id") if limit.open]
    standing = Counter(limit.state(now()) for limit in running)
    assert {"submitted", "approved", "sent", "received", "accepted", "result", "closed"} <= set(
        await states()
    )
    assert standing["overdue"] >= 2
    assert standing["due_soon"] >= 1
    assert {limit.owed_by.code for limit in running} >= {"sfz", "cgj"}


@pytest.mark.parametrize("moment", [SATURDAY_NIGHT, SMALL_HOURS])
async def test_at_any_hour(database: RolledBack, clock: Clock, moment: str) -> None:
    clock.at(moment)
    await came_about("eshan")
    assert sum((await states()).values()) >= 18


async def test_no_name_of_a_person_stands_on_a_limit(database: RolledBack, clock: Clock) -> None:
    clock.at(MORNING)
    await came_about("eshan")
    named = await rows("SELECT party_name FROM handoffs WHERE party_kind = 'person'")
    limits = await rows("SELECT title FROM clocks")
    assert named
    assert not [each for each in named if any(each["party_name"] in limit["title"] for limit in limits)]
