"""Windows of recurring duties: opened once, met by what was carried out in them, overdue after, explained where nothing was."""

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from backend.demo.organisation import township_id
from backend.foundation import leases
from backend.foundation.clocks.sweep import sweep
from backend.foundation.clocks.windows import explain, keep_windows, meet_windows, open_windows
from backend.foundation.database import rows, transaction
from backend.foundation.journal import timeline
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from tests.foundation.clocks.carrying_out import at, carried_out, standing, told
from tests.rig.cast import Cast
from tests.rig.clock import Clock as Watch
from tests.rig.trips import trips

pytestmark = pytest.mark.usefixtures("duty")


async def said(who: Person, window: UUID, words: str) -> bool:
    """Whether something was written."""
    async with transaction():
        return await explain(who, window, words, now()) is not None


async def test_the_month_opens_by_itself_and_stands_until_its_last_midnight(cast: Cast, clock: Watch) -> None:
    clock.at(at("2026-11-02T08:00"))
    assert await keep_windows() == 2  # 示范镇 and 邻镇 both stand under the text
    assert await keep_windows() == 0
    (found,) = await standing(now())
    kept = found.clock.clock
    assert (kept.title, kept.owed_by.code, kept.origin) == ("联合整治行动 2026年11月", "sfz", "text")
    assert kept.says == "每月至少1次"
    assert "每月至少开展一次" in kept.basis
    assert kept.due_at == at("2026-11-30T23:59:59")
    for moment, state in (("2026-11-22T23:59:59", "running"), ("2026-11-23T00:00", "due_soon"),
                          ("2026-11-30T23:59:59", "due_soon"), ("2026-12-01T00:00", "overdue")):  # fmt: skip
        assert kept.state(at(moment)) == state


async def test_warnings_come_at_half_and_before_the_end_and_after_it(cast: Cast, clock: Watch) -> None:
    clock.at(at("2026-11-02T08:00"))
    await keep_windows()
    given = []
    for moment in ("2026-11-16T08:29", "2026-11-16T08:30", "2026-11-27T08:30", "2026-12-01T00:00"):
        clock.at(at(moment))
        given.append(await sweep())
    assert given == [0, 2, 2, 2]
    (found,) = await standing(now())
    kinds = [moment.kind for moment in await timeline("window", found.window.id)]
    assert kinds == ["clock.started", "clock.warned", "clock.warned", "clock.overdue"]


async def test_what_was_carried_out_meets_its_own_month_whenever_it_comes_in(
    cast: Cast, clock: Watch
) -> None:
    clock.at(at("2026-11-02T08:00"))
    await keep_windows()
    clock.at(at("2026-12-03T08:00"))
    await keep_windows()
    carried_out[record := uuid4()] = at("2026-11-30T23:59:59")
    assert await keep_windows() == 2
    assert await told() == [("2026年12月", "running"), ("2026年11月", "met")]
    met = (await standing(now()))[1]
    assert met.done == ("campaign", record)
    assert await keep_windows() == 0


async def test_the_first_moment_of_the_next_month_is_the_next_months(cast: Cast, clock: Watch) -> None:
    clock.at(at("2026-11-02T08:00"))
    await keep_windows()
    clock.at(at("2026-12-03T08:00"))
    carried_out[uuid4()] = at("2026-12-01T00:00")
    await keep_windows()
    assert await told() == [("2026年12月", "met"), ("2026年11月", "overdue")]


async def test_where_the_text_asks_for_none_the_township_may_agree_on_one(cast: Cast, clock: Watch) -> None:
    clock.at(at("2026-11-02T08:00"))
    await rows("UPDATE townships SET profile = 'zhaoba'")
    assert await keep_windows() == 0
    await rows(
        "INSERT INTO preferences (id, township, name, value, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?)",
        *(uuid4(), township_id("sfz"), "cadence.campaign", "2", uuid4(), now()),
    )
    assert await keep_windows() == 1
    (found,) = await standing(now())
    assert (found.words, found.clock.tags) == ("2026年第四季度", ["本地约定"])
    assert found.clock.clock.says == "每季度至少1次"


async def test_only_the_townships_asked_about_are_met(cast: Cast, clock: Watch) -> None:
    clock.at(at("2026-11-20T08:00"))
    await open_windows(now())
    carried_out[uuid4()] = at("2026-11-18T10:00")
    assert await meet_windows(now(), townships=[township_id("lz")]) == 1
    assert await told() == [("2026年11月", "due_soon" if now() >= at("2026-11-23T00:00") else "running")]


async def test_nothing_is_looked_at_while_another_worker_does(cast: Cast, clock: Watch) -> None:
    clock.at(at("2026-11-02T08:00"))
    assert await leases.take("windows", now(), timedelta(minutes=1))
    assert await keep_windows() == 0


async def test_a_month_nobody_carried_out_anything_in_is_explained_and_ends(cast: Cast, clock: Watch) -> None:
    clock.at(at("2026-11-02T08:00"))
    await keep_windows()
    (found,) = await standing(now())
    leader, stranger = await cast.person("lingdao"), await cast.person("linzhen")
    with pytest.raises(Refusal, match="window_not_over"):
        await said(leader, found.window.id, "防汛")
    clock.at(at("2026-12-01T09:00"))
    with pytest.raises(Refusal, match="not_found"):
        await said(stranger, found.window.id, "防汛")
    with pytest.raises(Refusal, match="invalid"):
        await said(leader, found.window.id, " ")
    assert await said(leader, found.window.id, "全镇防汛，执法力量统一调用")
    assert not await said(leader, found.window.id, "全镇防汛，执法力量统一调用")
    assert await told() == [("2026年11月", "cancelled")]
    (kept,) = await standing(now())
    assert (kept.explanation, kept.explained_by_name) == ("全镇防汛，执法力量统一调用", leader.name)
    with pytest.raises(Refusal, match="window_closed"):
        await said(leader, found.window.id, "再写一次")


async def test_workers_that_look_at_the_same_moment_open_and_meet_it_once(
    own_cast: Cast, clock: Watch
) -> None:
    """Without the lease that keeps them apart."""
    clock.at(at("2026-11-02T08:00"))
    opened = await asyncio.gather(*(open_windows(now()) for _ in range(4)))
    assert sum(opened) == 2
    carried_out[uuid4()] = at("2026-11-02T07:00")
    assert sum(await asyncio.gather(*(meet_windows(now()) for _ in range(4)))) == 2
    found = await rows("SELECT kind FROM events WHERE record_kind = 'window' ORDER BY kind")
    assert [event["kind"] for event in found] == ["clock.met", "clock.met", "clock.started", "clock.started"]


async def test_while_everything_is_open_a_look_costs_the_same_few_questions(cast: Cast, clock: Watch) -> None:
    clock.at(at("2026-11-02T08:00"))
    await keep_windows()
    with trips() as counted:
        assert await open_windows(now()) == 0
    assert counted.made == 1
