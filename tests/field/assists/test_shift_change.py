"""Roster → call: the tone reaches exactly those on duty at that minute, on either side of a change of shifts."""

from datetime import datetime, timedelta

import pytest

from tests.field.assists.calls import Calls
from tests.field.assists.test_notices import inbox
from tests.field.assists.test_ringing import rings
from tests.office.duty.shifts import shift

A_MINUTE = timedelta(minutes=1)
TWELVE = timedelta(hours=12)
# In the middle of a day, at midnight, over New Year: night shift until then, day shift from then on.
CHANGES = ("2026-11-21T08:00:00+08:00", "2026-11-22T00:00:00+08:00", "2027-01-01T00:00:00+08:00")
NIGHT, DAY = ("minjing", "zhihui"), ("duizhang", "suozhang")
EVERYBODY = ("minjing", "zhihui", "duizhang", "suozhang", "jiaojing", "lingdao", "xieguan", "linzhen")


async def changing(change: str) -> datetime:
    at = datetime.fromisoformat(change)
    await shift(at - TWELVE, at, *NIGHT)
    await shift(at, at + TWELVE, *DAY)
    return at


@pytest.mark.parametrize(
    ("away", "there"),
    [(-A_MINUTE, NIGHT), (0 * A_MINUTE, DAY), (A_MINUTE, DAY)],
    ids=["before", "at", "after"],
)
@pytest.mark.parametrize("change", CHANGES)
async def test_it_reaches_the_shift_of_that_minute_and_nobody_else(
    calls: Calls, change: str, away: timedelta, there: tuple[str, ...]
) -> None:
    calls.street.clock.at(await changing(change) + away)
    assist = await calls.raised()
    assert [who for who, _, urgent, _ in await inbox(assist) if urgent] == sorted(there)
    assert {who for who in EVERYBODY if await rings(calls, who, assist)} == set(there)


async def test_who_comes_on_hears_a_call_nobody_took_and_who_was_told_still_does(calls: Calls) -> None:
    at = await changing(CHANGES[0])
    calls.street.clock.at(at - A_MINUTE)
    assist = await calls.raised()
    calls.street.clock.at(at)
    assert {who for who in EVERYBODY if await rings(calls, who, assist)} == {*NIGHT, *DAY}
