"""A 执法证 that runs out is said 90, 30 and 7 days before, once each, to those whom it concerns."""

import asyncio
from datetime import datetime

import pytest

from backend.demo.organisation import officer_id
from backend.foundation.database import rows
from backend.office.personnel.commands.warnings import warn
from backend.office.personnel.rules.warnings import is_a_time_to_tell, stage
from tests.rig.cast import Cast
from tests.rig.clock import Clock
from tests.rig.trips import trips

ZIRAN = officer_id("ziran")


@pytest.fixture
async def alone(clock: Clock, cast: Cast) -> Clock:
    """On the last day of the year one certificate runs out, that of 南宫牧野; the others last."""
    clock.at("2026-10-02T12:00:00+08:00")
    await rows(
        "UPDATE certificates SET valid_until = ?", datetime.fromisoformat("2030-12-31T23:59:59.999999+08:00")
    )
    await _until("2026-12-31")
    return clock


async def _until(day: str) -> None:
    last = datetime.fromisoformat(f"{day}T23:59:59.999999+08:00")
    await rows("UPDATE certificates SET valid_until = ? WHERE officer = ?", last, ZIRAN)


async def told(username: str) -> list[str]:
    asked = "SELECT title FROM notices WHERE officer = ? AND topic = 'certificate' ORDER BY created_at"
    return [found["title"] for found in await rows(asked, officer_id(username))]


@pytest.mark.parametrize(
    ("days_left", "expected"),
    [(91, None), (90, 90), (31, 90), (30, 30), (8, 30), (7, 7), (0, 7), (-1, None)],
)
def test_both_sides_of_each_stage(days_left: int, expected: int | None) -> None:
    assert stage(days_left) == expected


@pytest.mark.parametrize(
    ("hour", "expected"), [("07:59", False), ("08:00", True), ("19:59", True), ("20:00", False)]
)
def test_nobody_is_told_in_the_night(hour: str, expected: bool) -> None:
    assert is_a_time_to_tell(datetime.fromisoformat(f"2026-11-20T{hour}:00+08:00")) is expected


async def test_it_is_said_once_at_each_stage(alone: Clock) -> None:
    assert await warn() == 1
    assert await warn() == 0
    alone.at("2026-11-30T12:00:00+08:00")
    assert await warn() == 0
    for day in ("2026-12-01", "2026-12-24", "2026-12-31"):
        alone.at(f"{day}T12:00:00+08:00")
        await warn()
    assert await told("ziran") == [f"南宫牧野的执法证还剩{days}天" for days in (90, 30, 7)]


async def test_what_was_said_costs_one_look_from_then_on(alone: Clock) -> None:
    await warn()
    with trips() as counted:
        assert await warn() == 0
    assert counted.made == 1


async def test_the_day_before_the_first_stage_and_the_day_after_the_last_are_quiet(alone: Clock) -> None:
    alone.at("2026-10-01T12:00:00+08:00")
    assert await warn() == 0
    alone.at("2027-01-01T12:00:00+08:00")
    assert await warn() == 0


async def test_the_night_waits_for_the_morning(alone: Clock) -> None:
    alone.at("2026-10-02T07:59:00+08:00")
    assert await warn() == 0
    alone.later(minutes=1)
    assert await warn() == 1


async def test_the_person_the_head_and_the_administrator_are_told(alone: Clock) -> None:
    await _until("2030-12-31")
    last = datetime.fromisoformat("2026-12-31T23:59:59.999999+08:00")
    await rows("UPDATE certificates SET valid_until = ? WHERE officer = ?", last, officer_id("duiyuan"))
    assert await warn() == 1
    for username in ("duiyuan", "duizhang", "guanli"):
        assert await told(username) == ["沈禾的执法证还剩90天"]
    for username in ("duiyuan2", "suozhang", "lingdao", "linzhen"):
        assert await told(username) == []


async def test_a_last_day_put_right_is_warned_of_anew(alone: Clock) -> None:
    await warn()
    await _until("2026-12-30")
    assert await warn() == 1


async def test_a_newer_certificate_and_a_departure_end_it(alone: Clock) -> None:
    await rows(
        "UPDATE officers SET left_at = ? WHERE id = ?",
        datetime.fromisoformat("2026-10-01T12:00:00+08:00"),
        ZIRAN,
    )
    assert await warn() == 0
    await rows("UPDATE officers SET left_at = NULL WHERE id = ?", ZIRAN)
    await rows(
        "INSERT INTO certificates (id, officer, number, issuer, valid_from, valid_until) "
        "SELECT officer, officer, 'SF-1', '', valid_from, ? FROM certificates WHERE officer = ?",
        datetime.fromisoformat("2031-12-31T23:59:59.999999+08:00"),
        ZIRAN,
    )
    assert await warn() == 0


async def test_of_two_workers_one_says_it(clock: Clock, own_cast: Cast) -> None:
    clock.at("2026-10-02T12:00:00+08:00")
    await rows(
        "UPDATE certificates SET valid_until = ?", datetime.fromisoformat("2030-12-31T23:59:59.999999+08:00")
    )
    await _until("2026-12-31")
    assert sum(await asyncio.gather(warn(), warn())) == 1
    assert len(await told("ziran")) == 1
