"""What time brings: warnings in working hours, the moment of being late, each once and dated at its limit."""

from datetime import datetime

import pytest

from backend.foundation import leases
from backend.foundation.clocks import meet, start
from backend.foundation.clocks.sweep import LEASE, sweep
from backend.foundation.database import row, rows, transaction
from backend.foundation.journal import Moment, timeline
from backend.foundation.mechanism import load_profile
from backend.foundation.now import CHINA, now
from tests.foundation.clocks.conftest import Case
from tests.rig.clock import Clock as Watch

RULE = "handoff.transfer"


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=CHINA)


@pytest.fixture
async def running(case: Case, clock: Watch) -> Case:
    """Five working days over National Day: half on 8 October, the day before is 9, the last is Saturday 10."""
    clock.at(at("09-28T09:00"))
    place = load_profile("changjiang")
    async with transaction():
        await start(
            case.subject,
            RULE,
            place.limit(RULE),
            profile=place,
            started_at=at("09-28T09:00"),
            owed_by=case.town,
        )
    return case


async def told(case: Case) -> list[Moment]:
    return [moment for moment in await timeline(*case.subject.record) if moment.kind != "clock.started"]


async def given() -> list[tuple[str, str]]:
    found = await rows("SELECT kind, due_moment FROM clock_warnings ORDER BY due_moment")
    return [(warned["kind"], f"{warned['due_moment'].astimezone(CHINA):%m-%d %H:%M}") for warned in found]


async def swept(clock: Watch, *moments: str) -> list[int]:
    taken = []
    for moment in moments:
        clock.at(at(moment))
        taken.append(await sweep())
    return taken


async def test_each_warning_is_given_at_its_moment_and_once(running: Case, clock: Watch) -> None:
    moments = (
        "10-08T08:29:59.999999",
        "10-08T08:30",
        "10-08T08:30",
        "10-09T08:30",
        "10-10T23:59:59.999999",
        "10-11T00:00",
    )
    assert await swept(clock, *moments) == [0, 1, 0, 1, 0, 1]
    assert [(moment.kind, (moment.payload or {})["kind"]) for moment in await told(running)] == [
        ("clock.warned", "half"),
        ("clock.warned", "day_before"),
        ("clock.overdue", "limit"),
    ]


async def test_being_late_is_dated_at_the_limit_however_late_it_is_noticed(
    running: Case, clock: Watch
) -> None:
    await swept(clock, "10-14T15:00")
    (late,) = [moment for moment in await told(running) if moment.kind == "clock.overdue"]
    assert late.made_at == at("10-11T00:00")


async def test_what_is_late_warns_again_each_working_day(running: Case, clock: Watch) -> None:
    await swept(clock, "10-11T00:00", "10-12T08:30", "10-12T09:00", "10-13T08:30", "10-17T12:00")
    assert await given() == [
        ("limit", "10-11 00:00"),
        ("daily", "10-12 08:30"),
        ("daily", "10-13 08:30"),
        ("daily", "10-14 08:30"),
    ]
    assert [moment.kind for moment in await told(running)] == ["clock.overdue"]


async def test_what_was_met_warns_no_more(running: Case, clock: Watch) -> None:
    async with transaction():
        await meet(running.subject.record, RULE, at("10-08T10:00"))
    assert await swept(clock, "10-20T09:00") == [0]
    assert await given() == []


async def test_one_worker_sweeps_at_a_time(
    running: Case, clock: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.at(at("10-08T08:30"))
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr("os.getpid", lambda: -1)
        assert await leases.take("clocks", now(), LEASE)
    assert await sweep() == 0
    clock.at(now() + 2 * LEASE)
    assert await sweep() == 1


async def test_after_a_standstill_only_what_still_holds_is_said(running: Case, clock: Watch) -> None:
    assert await swept(clock, "10-14T15:00") == [2]
    assert [moment.kind for moment in await told(running)] == ["clock.overdue"]


async def test_a_clock_that_cannot_be_reckoned_stops_no_other(
    running: Case, clock: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    clock.at(at("10-08T08:30"))
    await rows("UPDATE clocks SET unit = 'fortnight'")
    assert await sweep() == 1
    assert await given() == []
    found = await row("SELECT next_at, next_kind FROM clocks")
    assert found is not None
    assert (found["next_at"], found["next_kind"]) == (at("10-08T09:30"), "half")
