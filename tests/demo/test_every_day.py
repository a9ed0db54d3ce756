"""The demo's rosters hold on every day of the year, at every hour: somebody stands at each post, now and in the days to come."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.demo.assists.telling import ON_DUTY, calls
from backend.demo.duty.telling import AHEAD, BEHIND, months, rosters
from backend.demo.organisation import township_id
from backend.demo.turnout.telling import turnouts
from backend.demo.weeks.schedule import is_market_day
from backend.foundation.database import rows
from backend.foundation.now import CHINA, staged
from backend.office.duty.queries.presence import on_duty
from backend.office.duty.queries.shifts import shifts_between, shifts_of
from backend.office.duty.rules.days import month_of, next_month
from tests.rig.cast import Cast
from tests.rig.clock import Clock

# Both sides of a midnight and of a month, the end of a year and of a February, the first minute of a market day.
MOMENTS = (
    "2026-11-30T23:59:00+08:00",
    "2026-12-01T00:01:00+08:00",
    "2026-12-31T23:59:00+08:00",
    "2028-02-28T12:00:00+08:00",
    "2026-11-23T00:01:00+08:00",
)
HOUR = timedelta(hours=1)
EARLIEST, LATEST = datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2036-01-01")


@given(st.datetimes(EARLIEST, LATEST))
def test_whatever_lies_around_the_moment_is_out_and_nothing_is_told_before_it_happened(
    moment: datetime,
) -> None:
    now = moment.replace(tzinfo=CHINA)
    published = months(now)
    days = [moment.date() + timedelta(days=n) for n in range(-BEHIND.days, AHEAD.days + 1)]
    assert {month_of(day) for day in days} == set(published)
    assert all(later == next_month(earlier) for earlier, later in pairwise(published))
    assert all(act.at <= now for act in rosters(now))


def test_a_market_day_is_among_the_moments() -> None:
    assert is_market_day(date(2026, 11, 23))


@pytest.fixture(params=MOMENTS)
def moment(request: pytest.FixtureRequest, clock: Clock) -> datetime:
    """Set before the cast is made: certificates are valid from then on."""
    return clock.at(request.param)


@pytest.fixture
async def at(moment: datetime, cast: Cast) -> datetime:
    acts = [*rosters(moment), *turnouts(moment), *calls(moment)]
    for act in sorted(acts, key=lambda each: each.at):
        with staged(act.at):
            await act.do()
    return moment


async def test_who_is_promised_is_on_duty_and_each_post_is_manned_now_and_for_a_week(at: datetime) -> None:
    town = township_id("sfz")
    assert set(ON_DUTY) <= {each.username for each in await on_duty(town, at)}
    found = await shifts_between(town, at, at + timedelta(days=7))
    assert sum(shift.lacks for shift in found) == 0
    for hour in range(7 * 24):
        then = at + hour * HOUR
        assert any(each.kind == "leading" and each.begins_at <= then < each.ends_at for each in found), then
    drafts = await rows("SELECT id FROM rosters WHERE published_at IS NULL")
    assert [len(await shifts_of(each["id"])) > 0 for each in drafts] == [True]
