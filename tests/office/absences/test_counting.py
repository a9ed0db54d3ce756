"""The figure beside 队伍 is what waits for one's own word."""

import pytest

from backend.foundation.database import engine_kind, rows
from backend.foundation.web.frame import frame_of
from backend.office.absences.counting import DECISIONS
from tests.field.street import NOON
from tests.office.absences.team import Team


async def waiting(team: Team, who: str) -> int:
    badge = (await frame_of(await team.street.cast.person(who))).badges.get("team")
    return badge.count if badge else 0


async def test_a_leave_waits_for_the_head_and_a_heads_for_the_leaders(team: Team) -> None:
    leave = await team.leave()
    await team.leave("duizhang")
    await team.leave("shichang")
    assert [await waiting(team, who) for who in ("duizhang", "suozhang", "lingdao", "zhenzhang")] == [
        1,
        0,
        2,
        2,
    ]
    await team.do("duizhang", f"leaves/{leave}/approval")
    assert await waiting(team, "duizhang") == 0


async def test_a_borrowing_waits_for_the_leaders_but_for_who_wrote_it_down(team: Team) -> None:
    await team.borrowing("zhenzhang")
    assert [await waiting(team, who) for who in ("lingdao", "zhenzhang", "duizhang")] == [1, 0, 0]


async def test_nothing_waits_for_an_officer(team: Team) -> None:
    await team.leave("duizhang")
    assert await waiting(team, "duiyuan") == 0


async def test_what_waits_is_found_without_all_that_was_decided(team: Team) -> None:
    if engine_kind() != "sqlite":
        pytest.skip("PostgreSQL plans by what its tables hold")
    sql, args = DECISIONS.asks(await team.street.cast.person("duizhang"), NOON)
    steps = str(await rows(f"EXPLAIN QUERY PLAN {sql}", *args))
    assert "leaves_undecided" in steps
    assert "borrowings_undecided" in steps
