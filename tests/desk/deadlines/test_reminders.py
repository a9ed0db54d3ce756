"""Who hears of a warning: the person, then who runs the work, then who answers for it."""

from dataclasses import replace
from datetime import datetime

import pytest

from backend.desk.deadlines.rules import hears
from backend.foundation.clocks import Party, followers
from backend.foundation.clocks.followers import Given, follow, tell_followers
from backend.foundation.clocks.recount import recount_county
from backend.foundation.clocks.sweep import sweep
from backend.foundation.notify.queries import inbox
from backend.foundation.now import now
from backend.foundation.people.permissions import ROLES
from backend.foundation.workdays import Term
from tests.desk.deadlines.conftest import Run
from tests.foundation.clocks.days import lay_over
from tests.foundation.clocks.running import NOBODY, a_clock
from tests.rig.cast import Cast
from tests.rig.clock import Clock as Watch

CLOCK = a_clock(Term(3, "working_day"), "2026-11-20T09:10")


@pytest.mark.parametrize(
    ("kind", "roles"),
    [
        ("half", set()),
        ("unrolled", {"captain", "clerk", "liaison", "police_chief"}),
        ("day_before", {"captain", "clerk", "liaison", "police_chief"}),
        ("earlier", {"captain", "clerk", "liaison", "police_chief"}),
        ("limit", {"captain", "clerk", "liaison", "police_chief", "leader", "mayor", "head"}),
        ("daily", {"captain", "clerk", "liaison", "police_chief", "leader", "mayor", "head"}),
    ],
)
def test_a_warning_climbs(kind: str, roles: set[str]) -> None:
    clock = replace(CLOCK, responsible=Party(id=NOBODY, code="duiyuan", name="沈禾"))
    heard = {role for role in ROLES if hears(kind, clock, frozenset({role}), mine=False, ours=True)}
    assert heard == roles


def test_the_person_hears_all_of_them_and_a_stranger_none() -> None:
    for kind in ("half", "unrolled", "day_before", "limit", "daily"):
        assert hears(kind, CLOCK, frozenset({"officer"}), mine=True, ours=True)
        assert not hears(kind, CLOCK, frozenset(ROLES), mine=False, ours=False)


def test_where_nobody_is_named_the_team_that_owes_it_hears_from_the_first() -> None:
    assert hears("half", CLOCK, frozenset({"officer"}), mine=False, ours=True)
    assert hears("half", CLOCK, frozenset({"liaison"}), mine=False, ours=True)
    assert not hears("half", CLOCK, frozenset({"leader"}), mine=False, ours=True)


@pytest.mark.parametrize(
    ("who", "told"), [("duiyuan", True), ("duizhang", True), ("lingdao", False), ("chengguan", False)]
)
async def test_what_one_was_warned_of_today_stands_above_the_board(
    run: Run, cast: Cast, monday: Watch, who: str, told: bool
) -> None:
    await run("乙案", "sfz", "cgj", "2026-11-20T09:00", who="duiyuan")
    monday.at(datetime.fromisoformat("2026-11-24T08:30:00+08:00"))
    assert await sweep() == 1
    monday.at(datetime.fromisoformat("2026-11-24T15:00:00+08:00"))
    seen = (await (await cast.browser(who)).get("/deadlines")).text
    assert ("今天提醒过你 1 项" in seen) is told
    assert ("08:30 到期前最后一个工作日" in seen) is told


async def test_yesterdays_warnings_are_gone(run: Run, cast: Cast, monday: Watch) -> None:
    await run("乙案", "sfz", "cgj", "2026-11-20T09:00", who="duiyuan")
    monday.at(datetime.fromisoformat("2026-11-24T08:30:00+08:00"))
    await sweep()
    monday.at(datetime.fromisoformat("2026-11-25T00:00:00+08:00"))
    assert "提醒过你" not in (await (await cast.browser("duiyuan")).get("/deadlines")).text


@pytest.mark.parametrize(
    ("who", "told"), [("duiyuan", 1), ("duizhang", 1), ("lingdao", 0), ("chengguan", 0), ("linzhen", 0)]
)
async def test_a_warning_lies_in_the_inbox_of_those_who_hear_it_once(
    run: Run, cast: Cast, monday: Watch, who: str, told: int
) -> None:
    clock = await run("乙案", "sfz", "cgj", "2026-11-20T09:00", who="duiyuan")
    monday.at(datetime.fromisoformat("2026-11-24T08:30:00+08:00"))
    for _ in range(2):
        await sweep()
    found = await inbox(await cast.person(who))
    assert [(notice.title, notice.record_id) for notice in found] == [
        (f"{clock.name}：到期前最后一个工作日", clock.record[1])
    ] * told


@pytest.mark.parametrize(
    ("works", "who", "told"),
    [(True, "duiyuan", 1), (True, "duizhang", 1), (True, "lingdao", 0), (False, "duiyuan", 0)],
)
async def test_an_end_that_comes_earlier_by_another_calendar_lies_in_the_inbox_once(
    run: Run, cast: Cast, works: bool, who: str, told: int
) -> None:
    clock = await run("乙案", "sfz", "cgj", "2026-11-26T09:00", who="duiyuan")
    await lay_over(clock.county, "2026-11-28" if works else "2026-11-27", works=works)
    for _ in range(2):
        await recount_county(clock.county, now())
    found = await inbox(await cast.person(who))
    assert [(notice.title, notice.record_id) for notice in found] == [
        (f"{clock.name}：因历法更新提前到期", clock.record[1])
    ] * told


async def test_who_follows_twice_hears_once_and_nothing_of_an_empty_batch() -> None:
    heard: list[Given] = []

    async def follower(given: Given) -> None:
        heard.append(given)

    before = list(followers._followers)
    followers._followers.clear()
    try:
        for _ in range(2):
            follow(follower)
        await tell_followers({})
        await tell_followers({NOBODY: "half"})
    finally:
        followers._followers[:] = before
    assert heard == [{NOBODY: "half"}]
