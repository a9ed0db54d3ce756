"""The same days asked for twice at the same instant, a leave decided in two ways at once: one holds."""

import asyncio

import pytest

from tests.field.street import NOON, Street
from tests.office.absences.team import Team
from tests.rig.cast import Cast
from tests.rig.clock import Clock


@pytest.fixture
def own_team(clock: Clock, own_cast: Cast) -> Team:
    clock.at(NOON)
    return Team(Street(own_cast, clock))


async def test_of_two_leaves_for_the_same_days_one_is_taken(own_team: Team) -> None:
    await own_team.read("duiyuan", "leaves")  # signed in
    answers = await asyncio.gather(own_team.asks(), own_team.asks(kind="personal"))
    assert sorted(answer.status_code for answer in answers) == [201, 409]


async def test_of_a_yes_and_a_no_at_once_one_stands(own_team: Team) -> None:
    leave = await own_team.leave()
    for who in ("duizhang", "lingdao"):
        await own_team.read(who, f"leaves/{leave}")
    answers = await asyncio.gather(
        own_team.do("duizhang", f"leaves/{leave}/approval"),
        own_team.do("lingdao", f"leaves/{leave}/refusal", {"reason": "人手不够"}),
    )
    assert sorted(answer.status_code for answer in answers) == [201, 409]
    found = await own_team.read("duiyuan", f"leaves/{leave}")
    assert (found["approved_at"] is None) != (found["refused_at"] is None)
