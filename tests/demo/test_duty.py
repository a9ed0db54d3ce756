"""The demo's rosters: this month published, the next one a draft, a swap that waits."""

from datetime import datetime, timedelta

import pytest

from backend.demo.duty.telling import rosters
from backend.demo.organisation import township_id
from backend.foundation.database import rows
from backend.foundation.now import CHINA, staged
from backend.office.duty.queries.shifts import shifts_between, shifts_of
from tests.rig.cast import Cast

NOW = datetime(2026, 11, 20, 12, tzinfo=CHINA)


@pytest.fixture
async def told(cast: Cast) -> None:
    for act in sorted(rosters(NOW), key=lambda each: each.at):
        with staged(act.at):
            await act.do()


async def test_somebody_leads_at_every_hour_of_the_month(told: None) -> None:
    found = await shifts_between(township_id("sfz"), NOW, NOW + timedelta(days=7))
    for hour in range(7 * 24):
        at = NOW + timedelta(hours=hour)
        leading = [each for each in found if each.kind == "leading" and each.begins_at <= at < each.ends_at]
        assert [len(each.people) for each in leading] == [1], at


async def test_police_and_enforcement_stand_by_on_market_days(told: None) -> None:
    found = await shifts_between(township_id("sfz"), NOW - timedelta(days=15), NOW + timedelta(days=7))
    market = [each for each in found if each.kind == "stand_by"]
    assert [each.day.day for each in market] == [8, 13, 18, 23]
    assert all(len({person.unit_code for person in each.people}) == 2 for each in market)


async def test_the_next_month_is_a_draft_and_a_swap_waits_for_the_captain(told: None) -> None:
    drafts = await rows("SELECT id FROM rosters WHERE published_at IS NULL")
    assert [sum(shift.lacks for shift in await shifts_of(each["id"])) for each in drafts] == [0]
    waiting = await rows("SELECT id FROM swaps WHERE consented_at IS NOT NULL AND approved_at IS NULL")
    assert len(waiting) == 1
