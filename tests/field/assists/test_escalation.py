"""Nobody answers: all of the station, then leaders and the phone list, then amber; once, dated at the limit."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.field.assists.commands.escalation import escalate, take_step
from backend.foundation import leases
from backend.foundation.database import row, rows, transaction
from backend.foundation.journal import Moment, timeline
from backend.foundation.leases import steps
from backend.foundation.leases.steps import LEASE
from backend.foundation.now import now
from tests.field.assists.calls import Calls
from tests.field.street import NOON, ago
from tests.rig.meanwhile import meanwhile


async def looked(calls: Calls, *seconds: float) -> list[int]:
    """How many steps were taken at each of these moments after the call."""
    taken = []
    for after in seconds:
        calls.street.clock.at(NOON + timedelta(seconds=after))
        taken.append(await escalate())
    return taken


async def given(assist: str) -> list[Moment]:
    return [each for each in await timeline("assist", UUID(assist)) if each.kind == "assist.escalated"]


def told(moment: Moment) -> set[str]:
    return set((moment.payload or {})["told"])


async def test_each_step_comes_at_its_limit_and_once(calls: Calls) -> None:
    assist = await calls.raised()
    moments = (59.999, 60, 60, 61, 179.999, 180, 239.999, 240, 600)
    assert await looked(calls, *moments) == [0, 1, 0, 0, 0, 1, 0, 1, 0]
    assert [(each.payload or {})["step"] for each in await given(assist)] == [
        "station",
        "leaders",
        "departure",
    ]


async def test_where_no_township_is_known_public_securitys_answer_ends_the_waiting(calls: Calls) -> None:
    assist = await calls.raised("yingji", position=None)
    await calls.do("gongan", assist, "acknowledgement")
    assert await looked(calls, 60, 180) == [0, 0]
    await calls.do("gongan", assist, "departure")
    assert await looked(calls, 240) == [0]


async def test_it_is_dated_at_the_limit_however_late_it_is_noticed(calls: Calls) -> None:
    assist = await calls.raised()
    assert await looked(calls, 1000) == [3]
    dated = [each.made_at for each in await given(assist)]
    assert dated == [NOON + timedelta(seconds=after) for after in (60, 180, 240)]
    found = await calls.read("duiyuan", assist)
    assert [each["at"] for each in found["escalations"]] == [
        ago(seconds=-60),
        ago(seconds=-180),
        ago(seconds=-240),
    ]


@pytest.mark.parametrize(("severity", "limits"), [("urgent", (120, 300, 480)), ("routine", (300, 900, 1200))])
async def test_what_is_less_urgent_waits_longer(calls: Calls, severity: str, limits: tuple[int, ...]) -> None:
    await calls.raised(severity=severity)
    for limit in limits:
        assert await looked(calls, limit - 0.001, limit) == [0, 1]


async def test_the_township_sets_its_own_limits(calls: Calls) -> None:
    await calls.street.cast.prefer("assist.emergency_station_seconds", 30)
    await calls.raised()
    assert await looked(calls, 29.999, 30, 149.999, 150) == [0, 1, 0, 1]


async def test_once_police_answer_only_their_leaving_is_waited_for(calls: Calls) -> None:
    assist = await calls.acknowledged()
    assert await looked(calls, 60, 180, 239, 240) == [0, 0, 0, 1]
    assert [(each.payload or {})["step"] for each in await given(assist)] == ["departure"]


async def test_a_colleague_who_comes_quietens_nothing(calls: Calls) -> None:
    assist = await calls.raised()
    await calls.do("duizhang", assist, "departure")
    assert await looked(calls, 60, 180, 240) == [1, 1, 1]


async def test_once_police_have_left_nothing_is_waited_for(calls: Calls) -> None:
    await calls.under_way()
    assert await looked(calls, 60, 180, 240) == [0, 0, 0]


@pytest.mark.parametrize(("noun", "body"), [("cancellation", {"reason": "误触"}), ("resolution", {})])
async def test_what_has_ended_rings_no_more(calls: Calls, noun: str, body: dict[str, Any]) -> None:
    assist = await calls.raised()
    await calls.do("duizhang", assist, noun, body)
    assert await looked(calls, 60, 180, 240) == [0, 0, 0]


async def test_a_test_of_the_machinery_rings_for_nobody(calls: Calls) -> None:
    await calls.on_duty("minjing")
    assist = await calls.raised(status="test")
    assert await looked(calls, 60, 180, 240) == [0, 0, 0]
    [raised] = await timeline("assist", UUID(assist))
    assert told(raised) == set()


async def test_a_drill_runs_like_the_real_thing_and_says_so(calls: Calls) -> None:
    assist = await calls.raised(exercise=True)
    await looked(calls, 60)
    [step] = await given(assist)
    assert (step.payload or {})["status"] == "exercise"
    assert told(step) == {"minjing", "minjing2", "suozhang"}


async def test_in_a_new_round_every_step_comes_again(calls: Calls) -> None:
    assist = await calls.raised()
    await looked(calls, 60)
    await calls.do("minjing", assist, "acknowledgement")
    calls.street.clock.at(NOON + timedelta(seconds=100))
    await calls.do("minjing", assist, "withdrawal")
    assert await looked(calls, 159.999, 160) == [0, 1]
    assert [(each.payload or {})["round"] for each in await given(assist)] == [1, 2]


async def test_more_severe_means_sooner_from_the_same_moment(calls: Calls) -> None:
    assist = await calls.raised(severity="routine")
    calls.street.clock.at(NOON + timedelta(seconds=70))
    await calls.street.patch("duiyuan", f"/assists/{assist}", {"severity": "emergency"})
    assert await looked(calls, 70) == [1]


async def test_one_worker_acts_at_a_time_and_a_dead_one_is_replaced(
    calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    await calls.raised()
    calls.street.clock.at(NOON + timedelta(seconds=60))
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr("os.getpid", lambda: -1)
        assert await leases.take("assists", now(), LEASE)
    assert await escalate() == 0
    assert await looked(calls, 60 + LEASE.total_seconds() + 1) == [1]


async def test_two_workers_that_both_act_take_a_step_once(own_calls: Calls) -> None:
    assist = await own_calls.raised()
    found = await row("SELECT id, next_at, next_step FROM assists WHERE id = ?", UUID(assist))
    assert found is not None
    due: tuple[UUID, datetime, str] = (found["id"], found["next_at"], found["next_step"])
    async with transaction():
        assert await take_step(*due)
        other = await meanwhile(take_step(*due))
    assert await other is False
    assert len(await given(assist)) == 1


async def test_an_answer_that_comes_first_stops_the_step(own_calls: Calls) -> None:
    assist = await own_calls.raised()
    found = await row("SELECT id, next_at, next_step FROM assists WHERE id = ?", UUID(assist))
    assert found is not None
    await own_calls.do("minjing", assist, "acknowledgement")
    assert await take_step(found["id"], found["next_at"], found["next_step"]) is False
    assert await given(assist) == []


async def test_one_call_that_cannot_be_carried_on_stops_no_other(
    calls: Calls, caplog: pytest.LogCaptureFixture
) -> None:
    broken, _ = await calls.raised(), await calls.raised("duizhang")
    await rows("UPDATE assists SET severity = 'grave' WHERE id = ?", UUID(broken))
    assert await looked(calls, 60) == [1]


async def test_nor_do_many_that_fail_as_often_as_they_are_tried(
    calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "BATCH", 2)
    broken = [UUID(await calls.raised(who)) for who in ("duiyuan", "duiyuan", "duizhang", "xieguan")]
    for one in broken:
        await rows("UPDATE assists SET severity = 'grave' WHERE id = ?", one)
    calls.street.clock.later(seconds=1)
    await calls.raised("duizhang")
    assert await looked(calls, 60, 61, 62) == [0, 1, 0]


async def test_first_who_is_on_duty_then_ever_more(calls: Calls) -> None:
    await calls.on_duty("minjing", "duizhang", "zhihui", "linzhen")
    assist = await calls.raised()
    await looked(calls, 60, 180, 240)
    raised, station, leaders, departure = await timeline("assist", UUID(assist))
    assert told(raised) == {"minjing", "duizhang", "zhihui"}
    assert told(station) == {"minjing", "minjing2", "suozhang", "duizhang", "zhihui"}
    assert told(leaders) == {"lingdao", "zhenzhang"}
    assert told(departure) == {"suozhang", "zhihui"}


async def test_with_no_police_on_duty_the_whole_station_hears_it_at_once(calls: Calls) -> None:
    await calls.on_duty("duizhang")
    [raised] = await timeline("assist", UUID(await calls.raised()))
    assert told(raised) == {"minjing", "minjing2", "suozhang", "duizhang"}


async def test_where_the_only_police_on_duty_call_the_whole_station_hears_it_at_once(calls: Calls) -> None:
    await calls.on_duty("minjing")
    [raised] = await timeline("assist", UUID(await calls.raised("minjing")))
    assert told(raised) == {"minjing2", "suozhang"}


async def test_whoever_called_hears_that_somebody_comes_and_nothing_else(calls: Calls) -> None:
    await calls.on_duty("minjing", "duiyuan")
    assist = await calls.raised()
    await calls.do("minjing", assist, "departure")
    raised, departed = await timeline("assist", UUID(assist))
    assert told(raised) == {"minjing"}
    assert "duiyuan" in told(departed)
