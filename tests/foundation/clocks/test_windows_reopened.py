"""What met a window is taken back: something else meets it, or its clock runs again and is late where its end has passed."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from backend.foundation.clocks.sentences import SENTENCES
from backend.foundation.clocks.sweep import sweep
from backend.foundation.clocks.windows import keep_windows, reopen_windows
from backend.foundation.clocks.windows.keeping import LOOK_BEHIND_EVERY
from backend.foundation.clocks.windows.reopening import ANSWERED_FOR
from backend.foundation.database import rows
from backend.foundation.journal import timeline
from backend.foundation.now import now
from tests.foundation.clocks.carrying_out import at, carried_out, standing, told
from tests.rig.cast import Cast
from tests.rig.clock import Clock as Watch

pytestmark = pytest.mark.usefixtures("duty")


async def met(clock: Watch, moment: str = "2026-11-18T10:00") -> UUID:
    """November, met by something carried out in it; looked at in the same month."""
    clock.at(at("2026-11-02T08:00"))
    await keep_windows()
    clock.at(at("2026-11-20T08:00"))
    carried_out[record := uuid4()] = at(moment)
    assert await keep_windows() == 2
    return record


async def looked(clock: Watch, moment: datetime) -> list[tuple[str, str]]:
    """How the windows stand after the sweep of that moment."""
    clock.at(moment)
    await keep_windows()
    await sweep()
    return await told()


async def events() -> list[str]:
    found = (await standing(now()))[-1]
    return [moment.kind for moment in await timeline("window", found.window.id)]


async def test_before_its_end_it_runs_again(cast: Cast, clock: Watch) -> None:
    await met(clock)
    carried_out.clear()
    assert await looked(clock, at("2026-11-20T08:06")) == [("2026年11月", "running")]
    assert (await standing(now()))[0].done is None


async def test_after_its_end_it_is_late_and_called_so_once(cast: Cast, clock: Watch) -> None:
    await met(clock)
    carried_out.clear()
    assert await looked(clock, at("2026-12-03T08:00")) == [
        ("2026年12月", "running"),
        ("2026年11月", "overdue"),
    ]
    await looked(clock, at("2026-12-03T08:10"))
    assert await events() == ["clock.started", "clock.met", "clock.reopened", "clock.overdue"]


@pytest.mark.parametrize(
    ("moment", "state"), [("2026-11-30T23:59:59", "due_soon"), ("2026-12-01T00:00", "overdue")]
)
async def test_on_both_sides_of_its_end(cast: Cast, clock: Watch, moment: str, state: str) -> None:
    await met(clock)
    carried_out.clear()
    assert (await looked(clock, at(moment)))[-1] == ("2026年11月", state)


async def test_late_before_it_was_met_it_is_not_called_late_again(cast: Cast, clock: Watch) -> None:
    clock.at(at("2026-11-02T08:00"))
    await keep_windows()
    await looked(clock, at("2026-12-01T00:00"))
    carried_out[uuid4()] = at("2026-11-30T10:00")  # a phone that comes late
    assert (await looked(clock, at("2026-12-02T08:00")))[-1][1] == "met"
    carried_out.clear()
    assert (await looked(clock, at("2026-12-02T09:00")))[-1][1] == "overdue"
    assert await events() == ["clock.started", "clock.overdue", "clock.met", "clock.reopened"]


async def test_the_journal_says_why(cast: Cast, clock: Watch) -> None:
    await met(clock)
    carried_out.clear()
    await looked(clock, at("2026-11-20T08:06"))
    last = (await timeline("window", (await standing(now()))[0].window.id))[-1]
    assert last.payload is not None
    assert SENTENCES[last.kind](last.payload) == (
        "联合整治行动重新计时，期限到2026-11-30 周一 24:00：11月18日那次已移出、取消或改了时间，不再算数"
    )


async def test_where_something_else_was_carried_out_that_meets_it(cast: Cast, clock: Watch) -> None:
    gone = await met(clock)
    del carried_out[gone]
    carried_out[other := uuid4()] = at("2026-11-19T10:00")
    assert await looked(clock, at("2026-12-03T08:00")) == [("2026年12月", "running"), ("2026年11月", "met")]
    found = (await standing(now()))[-1]
    assert (found.done, found.done_at) == (("campaign", other), at("2026-11-19T10:00"))
    assert await events() == ["clock.started", "clock.met", "clock.reopened", "clock.met"]


async def test_carried_out_again_it_is_met_again(cast: Cast, clock: Watch) -> None:
    await met(clock)
    carried_out.clear()
    await looked(clock, at("2026-12-03T08:00"))
    carried_out[uuid4()] = at("2026-11-25T10:00")
    assert (await looked(clock, at("2026-12-03T08:01")))[-1] == ("2026年11月", "met")


async def test_what_still_holds_stays_as_it_is(cast: Cast, clock: Watch) -> None:
    await met(clock)
    await looked(clock, at("2026-12-03T08:00"))
    assert await events() == ["clock.started", "clock.met"]


async def test_it_is_looked_behind_every_five_minutes(cast: Cast, clock: Watch) -> None:
    await met(clock)
    carried_out.clear()
    begun = at("2026-11-20T08:00")
    assert await looked(clock, begun + LOOK_BEHIND_EVERY) == [("2026年11月", "met")]
    assert await looked(clock, begun + LOOK_BEHIND_EVERY + timedelta(seconds=1)) == [
        ("2026年11月", "running")
    ]


@pytest.mark.parametrize(("days", "righted"), [(0, 2), (1, 0)])
async def test_a_window_long_over_stays_as_it_was(cast: Cast, clock: Watch, days: int, righted: int) -> None:
    await met(clock)
    carried_out.clear()
    assert await reopen_windows(at("2026-11-30T12:00") + ANSWERED_FOR + timedelta(days=days)) == righted


async def test_workers_that_look_at_the_same_moment_reopen_it_once(own_cast: Cast, clock: Watch) -> None:
    """Without the leases that keep them apart."""
    await met(clock)
    carried_out.clear()
    assert sum(await asyncio.gather(*(reopen_windows(now()) for _ in range(4)))) == 2
    found = await rows("SELECT kind FROM events WHERE kind = 'clock.reopened'")
    assert len(found) == 2
