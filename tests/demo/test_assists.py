"""The invented calls come about on every day: no step is refused, the drill is one, nobody is left waiting."""

from datetime import timedelta

import pytest

from backend.demo.assists.telling import ON_DUTY, calls
from backend.demo.organisation import found, shared_hash, township_id
from backend.demo.townships import draw
from backend.demo.weeks.people import UPLINK
from backend.field.assists.queries.figures import figures_of
from backend.foundation.database import rows
from backend.foundation.now import now, staged
from backend.office.duty.queries.presence import on_duty
from tests.rig.clock import Clock
from tests.rig.database import RolledBack

MOMENTS = ("2026-11-23T09:30:00+08:00", "2026-11-21T22:10:00+08:00", "2026-02-24T02:05:00+08:00")
A_YEAR = timedelta(days=365)


@pytest.fixture(params=MOMENTS)
async def told(request: pytest.FixtureRequest, clock: Clock, database: RolledBack) -> None:
    """Organisation and calls as of that moment, without the weeks on the street."""
    moment = clock.at(request.param)
    await found("eshan", moment, await shared_hash())
    await draw()
    for act in sorted(calls(now()), key=lambda act: act.at):
        assert act.at <= moment
        with staged(act.at + UPLINK):
            await act.do()


@pytest.mark.usefixtures("told")
async def test_each_ended_as_it_was_told() -> None:
    ended = await rows("SELECT state, status FROM assists ORDER BY state, status")
    assert [(each["state"], each["status"]) for each in ended] == [
        ("cancelled", "actual"),
        ("resolved", "actual"),
        ("resolved", "actual"),
        ("resolved", "exercise"),
    ]
    assert len(await rows("SELECT id FROM assist_escalations")) == 1


@pytest.mark.usefixtures("told")
async def test_who_is_promised_to_be_on_duty_is() -> None:
    assert {each.username for each in await on_duty(township_id("sfz"), now())} == set(ON_DUTY)


@pytest.mark.usefixtures("told")
async def test_nobody_has_been_on_duty_for_weeks() -> None:
    begun = await rows("SELECT since_at FROM duty_marks WHERE until_at IS NULL")
    assert len(begun) == len(ON_DUTY)
    assert all(now() - each["since_at"] < timedelta(hours=13) for each in begun)


@pytest.mark.usefixtures("told")
async def test_the_drill_does_not_count() -> None:
    since = now() - A_YEAR
    figures = await figures_of(township_id("sfz"), since, now())
    assert (figures.actual.total.calls, figures.exercises.total.calls) == (3, 1)
