"""A limit begins, is met, is extended, is hastened, falls away; each with one event."""

from dataclasses import replace
from datetime import datetime

import pytest

from backend.demo.organisation import unit_id
from backend.foundation.clocks import Clock, cancel, clocks_of, extend, hasten, meet, start, turn_to
from backend.foundation.database import transaction
from backend.foundation.journal import timeline
from backend.foundation.mechanism import Profile, load_profile
from backend.foundation.now import CHINA
from backend.foundation.refusals import Refusal
from tests.foundation.clocks.conftest import Case
from tests.rig.clock import Clock as Watch

RULE = "handoff.transfer"


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=CHINA)


@pytest.fixture
def place() -> Profile:
    return load_profile("changjiang")


@pytest.fixture(autouse=True)
def monday(clock: Watch) -> Watch:
    clock.at("2026-09-28T09:00:00+08:00")
    return clock


async def begun(case: Case, place: Profile, discovered: str = "09-28T09:00:00") -> Clock:
    async with transaction():
        return await start(
            case.subject,
            RULE,
            place.limit(RULE),
            profile=place,
            started_at=at(discovered),
            owed_by=case.town,
            awaited_by=case.department,
        )


async def events(case: Case) -> list[str]:
    return [moment.kind for moment in await timeline(*case.subject.record)]


async def test_a_limit_runs_over_national_day(case: Case, place: Profile) -> None:
    clock = await begun(case, place)
    assert clock.due_at == at("10-10T23:59:59")
    assert clock.basis == "昌府办字〔2024〕52号 二（四）2：“应在5个工作日内移送有管辖权的一方处理”"
    assert (clock.owed_by.code, clock.awaited_by and clock.awaited_by.code) == ("sfz", "cgj")
    assert [day.date.isoformat()[5:] for day in clock.trace if day.counted] == [
        "09-29", "09-30", "10-08", "10-09", "10-10",
    ]  # fmt: skip
    assert await events(case) == ["clock.started"]


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("10-08T23:59:59.999999", "running"),
        ("10-09T00:00:00", "due_soon"),
        ("10-10T23:59:59.999999", "due_soon"),
        ("10-11T00:00:00", "overdue"),
    ],
)
async def test_how_it_stands_on_both_sides_of_each_limit(
    case: Case, place: Profile, moment: str, state: str
) -> None:
    assert (await begun(case, place)).state(at(moment)) == state


@pytest.mark.parametrize(
    ("moment", "state"), [("10-10T23:59:59.999999", "met"), ("10-11T00:00:00", "met_late")]
)
async def test_it_is_met_in_time_or_late(case: Case, place: Profile, moment: str, state: str) -> None:
    await begun(case, place)
    async with transaction():
        met = await meet(case.subject.record, RULE, at(moment))
    assert met is not None
    assert met.state(at("12-01T00:00:00")) == state
    assert await events(case) == ["clock.started", "clock.met"]


async def test_meeting_what_does_not_run_says_nothing(case: Case, place: Profile) -> None:
    await begun(case, place)
    async with transaction():
        assert await meet(case.subject.record, "handoff.acceptance", at("09-29T00:00:00")) is None
        assert await meet(case.subject.record, RULE, at("09-29T00:00:00")) is not None
        assert await meet(case.subject.record, RULE, at("09-30T00:00:00")) is None
    assert await events(case) == ["clock.started", "clock.met"]


async def test_an_extension_counts_from_the_original_start(case: Case, place: Profile) -> None:
    before = await begun(case, place)
    async with transaction():
        clock = await extend(
            case.subject.record,
            RULE,
            place.limit("handoff.transfer.extended"),
            at("09-30T10:00:00"),
            profile=place,
        )
    assert clock.due_at == at("10-16T23:59:59")
    assert (clock.id, clock.rule, clock.term.amount) == (before.id, RULE, 10)
    assert await events(case) == ["clock.started", "clock.extended"]


async def test_urgency_raised_later_takes_the_earlier_end(case: Case, place: Profile) -> None:
    await begun(case, place)
    urgent = place.limit("handoff.transfer.urgent")
    async with transaction():
        clock = await hasten(case.subject.record, RULE, urgent, at("09-29T15:30:00"), profile=place)
    assert clock.due_at == at("09-30T15:30:00")
    assert (clock.started_at, clock.counted_from) == (at("09-28T09:00:00"), at("09-29T15:30:00"))
    assert [day.why for day in clock.trace] == [
        "15:30—24:00，计8小时30分，夜间和节假日照算",
        "00:00—15:30，计15小时30分，夜间和节假日照算",
    ]


async def test_urgency_raised_when_less_is_left_changes_nothing(case: Case, place: Profile) -> None:
    before = await begun(case, place)
    async with transaction():
        clock = await hasten(
            case.subject.record,
            RULE,
            place.limit("handoff.transfer.urgent"),
            at("10-10T12:00:00"),
            profile=place,
        )
    assert clock == before
    assert await events(case) == ["clock.started"]


async def test_a_corrected_discovery_moves_the_limit_that_runs(case: Case, place: Profile) -> None:
    first = await begun(case, place)
    again = await begun(case, place)
    moved = await begun(case, place, "09-24T09:00:00")
    assert again == first
    assert (moved.id, moved.due_at) == (first.id, at("10-09T23:59:59"))
    assert await events(case) == ["clock.started", "clock.moved"]


async def test_another_waits_for_it_and_its_end_stays(case: Case, place: Profile) -> None:
    before, other = await begun(case, place), unit_id("yjj")
    async with transaction():
        turned = await turn_to(case.subject.record, RULE, other)
        assert await turn_to(case.subject.record, RULE, other) == turned
        assert await turn_to(case.subject.record, "handoff.acceptance", other) is None
    assert turned is not None
    assert replace(turned, awaited_by=before.awaited_by) == before
    assert turned.awaited_by is not None
    assert turned.awaited_by.code == "yjj"
    assert await events(case) == ["clock.started", "clock.turned"]


async def test_a_withdrawal_cancels_all_that_runs(case: Case, place: Profile) -> None:
    await begun(case, place)
    async with transaction():
        assert len(await cancel(case.subject.record, at=at("09-29T09:00:00"))) == 1
        assert await cancel(case.subject.record, at=at("09-29T09:00:00")) == []
    (clock,) = await clocks_of(case.subject.record)
    assert clock.state(at("12-01T00:00:00")) == "cancelled"


async def test_after_it_was_met_the_same_rule_may_begin_again(case: Case, place: Profile) -> None:
    await begun(case, place)
    async with transaction():
        await meet(case.subject.record, RULE, at("09-29T09:00:00"))
    await begun(case, place, "10-08T09:00:00")
    assert [clock.open for clock in await clocks_of(case.subject.record)] == [False, True]


async def test_what_does_not_run_is_not_extended(case: Case, place: Profile) -> None:
    limit = place.limit("handoff.transfer.extended")
    with pytest.raises(Refusal) as refused:
        async with transaction():
            await extend(case.subject.record, RULE, limit, at("09-29T09:00:00"), profile=place)
    assert refused.value.code == "clock_not_running"
