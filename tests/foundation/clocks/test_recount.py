"""After a county's calendars have changed open limits are counted anew; closed ones stay as they were counted."""

from datetime import date, datetime
from uuid import UUID

import pytest

from backend.foundation.clocks import Clock, clocks_of, meet, start
from backend.foundation.clocks.calendars import calendar_of
from backend.foundation.clocks.editions import note_shelf
from backend.foundation.clocks.recount import recount_county
from backend.foundation.clocks.sweep import sweep
from backend.foundation.database import rows, transaction
from backend.foundation.journal import Moment, timeline
from backend.foundation.mechanism import load_profile
from backend.foundation.now import CHINA, now
from tests.foundation.clocks.conftest import Case
from tests.foundation.clocks.days import lay_over
from tests.rig.clock import Clock as Watch

RULE = "handoff.transfer"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


@pytest.fixture
async def running(case: Case, clock: Watch) -> Case:
    """Five working days that end on 2026-11-27."""
    clock.at(at("2026-11-20T09:00"))
    place = load_profile("changjiang")
    async with transaction():
        await start(
            case.subject,
            RULE,
            place.limit(RULE),
            profile=place,
            started_at=at("2026-11-20T09:00"),
            owed_by=case.town,
        )
    return case


async def the(case: Case) -> Clock:
    (clock,) = await clocks_of(case.subject.record)
    return clock


async def county_of(case: Case) -> UUID:
    return (await the(case)).county


async def recounted(case: Case) -> list[Moment]:
    return [moment for moment in await timeline(*case.subject.record) if moment.kind == "clock.recounted"]


async def test_a_day_off_moves_what_is_counted_over_it(running: Case) -> None:
    county = await county_of(running)
    await lay_over(county, "2026-11-25", works=False)
    (move,) = await recount_county(county, now())
    clock = await the(running)
    assert (move.earlier, clock.due_at) == (False, at("2026-11-30T23:59:59"))
    assert clock.moved_from == at("2026-11-27T23:59:59")
    assert [day.why for day in clock.trace if day.date == date(2026, 11, 25)] == ["县庆放假"]
    (told,) = await recounted(running)
    assert told.payload is not None
    assert (told.payload["from"], told.payload["due"]) == ("2026-11-27T15:59:59Z", "2026-11-30T15:59:59Z")


async def test_a_limit_that_ends_earlier_is_told_apart(running: Case) -> None:
    county = await county_of(running)
    await lay_over(county, "2026-11-22", works=True)
    (move,) = await recount_county(county, now())
    assert (move.earlier, (await the(running)).due_at) == (True, at("2026-11-26T23:59:59"))


async def test_what_does_not_move_is_brought_along_without_a_word(running: Case) -> None:
    county = await county_of(running)
    await lay_over(county, "2026-12-25", works=False)
    assert await recount_county(county, now()) == []
    clock = await the(running)
    assert (clock.edition, clock.moved_from) == (2, None)
    assert await recounted(running) == []


async def test_twice_is_harmless(running: Case) -> None:
    county = await county_of(running)
    await lay_over(county, "2026-11-25", works=False)
    assert len(await recount_county(county, now())) == 1
    assert await recount_county(county, now()) == []
    assert len(await recounted(running)) == 1


async def test_a_closed_limit_stays_as_it_was_counted(running: Case) -> None:
    county = await county_of(running)
    async with transaction():
        await meet(running.subject.record, RULE, at("2026-11-27T10:00"))
    await lay_over(county, "2026-11-25", works=False)
    assert await recount_county(county, now()) == []
    clock = await the(running)
    assert (clock.due_at, clock.edition) == (at("2026-11-27T23:59:59"), 1)
    assert [day.why for day in clock.trace if day.date == date(2026, 11, 25)] == ["工作日"]


async def test_the_sweep_counts_anew_before_it_calls_anything_late(running: Case, clock: Watch) -> None:
    """A crash between the change and the recount is made good."""
    await lay_over(await county_of(running), "2026-11-25", works=False)
    clock.at(at("2026-11-28T00:00"))
    await sweep()
    found = await the(running)
    assert (found.due_at, found.state(now())) == (at("2026-11-30T23:59:59"), "due_soon")
    assert "clock.overdue" not in [moment.kind for moment in await timeline(*running.subject.record)]


async def test_what_was_late_and_is_late_by_the_new_calendar_too_is_not_called_late_again(
    running: Case, clock: Watch
) -> None:
    clock.at(at("2026-11-28T00:00"))
    await sweep()
    county = await county_of(running)
    await lay_over(county, "2026-11-22", works=True)
    await recount_county(county, now())
    clock.at(at("2026-11-28T12:00"))
    await sweep()
    kinds = [moment.kind for moment in await timeline(*running.subject.record)]
    assert kinds.count("clock.overdue") == 1


async def test_what_was_late_and_has_time_again_may_be_late_once_more(running: Case, clock: Watch) -> None:
    clock.at(at("2026-11-28T00:00"))
    await sweep()
    county = await county_of(running)
    await lay_over(county, "2026-11-25", works=False)
    await recount_county(county, now())
    clock.at(at("2026-12-01T00:00"))
    await sweep()
    late = [moment for moment in await timeline(*running.subject.record) if moment.kind == "clock.overdue"]
    assert [moment.made_at for moment in late] == [at("2026-11-28T00:00"), at("2026-12-01T00:00")]


async def test_a_release_with_other_files_begins_a_new_edition(running: Case) -> None:
    county = await county_of(running)
    assert await note_shelf(now()) == []
    assert await note_shelf(now()) == []
    await rows("UPDATE calendar_editions SET shelf = 'older'")
    assert await note_shelf(now()) == [county]
    assert await note_shelf(now()) == []
    assert await recount_county(county, now()) == []
    assert (await the(running)).edition == 2


async def test_an_earlier_edition_can_still_be_read(running: Case) -> None:
    county = await county_of(running)
    await lay_over(county, "2026-11-25", works=False)
    day = date(2026, 11, 25)
    assert (await calendar_of(county, "CN", 1)).is_workday(day)
    assert not (await calendar_of(county, "CN")).is_workday(day)


class Interrupted(Exception):
    """Something went wrong before the commit."""


async def interrupted(county: UUID, day: date) -> None:
    async with transaction():
        await lay_over(county, day.isoformat(), works=False)
        assert not (await calendar_of(county, "CN")).is_workday(day)
        raise Interrupted


async def test_a_change_that_was_rolled_back_leaves_no_trace(running: Case) -> None:
    """The next change takes the same number; what was read under it before must not be read again."""
    county, day = await county_of(running), date(2026, 11, 25)
    with pytest.raises(Interrupted):
        await interrupted(county, day)
    assert (await calendar_of(county, "CN")).is_workday(day)
    await lay_over(county, "2026-11-26", works=False)
    assert (await calendar_of(county, "CN")).is_workday(day)
