"""Positions while help is on its way: the caller's until it ends, a responder's from 出警 to 到场."""

from typing import Any
from uuid import uuid4

import pytest

from backend.foundation.database import rows
from tests.field.assists.calls import MARKET, Calls
from tests.field.street import ago, code_of
from tests.rig.trips import trips

BRIDGE = {"lat": 24.1735, "lon": 102.405, "accuracy_m": 6, "source": "gps"}


async def moved(calls: Calls, who: str, assist: str, position: Any, **later: float) -> dict[str, Any]:
    calls.street.clock.later(**(later or {"seconds": 30}))
    return await calls.do(who, assist, "positions", {"position": position})


async def test_the_callers_place_is_kept_up_to_date(calls: Calls) -> None:
    assist = await calls.raised()
    found = await moved(calls, "duiyuan", assist, BRIDGE)
    assert (found["position"], found["position_at"]) == (BRIDGE, ago(seconds=-30))


@pytest.mark.parametrize(
    ("position", "mark"),
    [
        ({"lat": 0, "lon": 0}, "zero"),
        ({"lat": 95, "lon": 102}, "impossible"),
        ({"source": "none"}, "none"),
        ({**BRIDGE, "accuracy_m": 5000}, "inexact"),
        ({**MARKET, "lat": 25.5}, "jump"),
    ],
)
async def test_what_cannot_be_is_kept_with_its_mark_and_leads_nobody_astray(
    calls: Calls, position: dict[str, Any], mark: str
) -> None:
    assist = await calls.raised()
    found = await moved(calls, "duiyuan", assist, position)
    assert found["position"] == MARKET
    kept = await rows("SELECT marks FROM assist_positions ORDER BY received_at DESC LIMIT 1")
    assert mark in kept[0]["marks"]


async def test_where_nothing_good_is_known_anything_that_leads_there_is_better(calls: Calls) -> None:
    assist = await calls.raised(position={"lat": 0, "lon": 0})
    rough = {**BRIDGE, "accuracy_m": 5000}
    found = await moved(calls, "duiyuan", assist, rough)
    assert (found["position"]["accuracy_m"], found["position_marks"]) == (5000, ["inexact"])
    assert (await moved(calls, "duiyuan", assist, BRIDGE))["position_marks"] == []


async def test_what_is_old_gives_way_even_to_what_is_rough(calls: Calls) -> None:
    assist = await calls.raised()
    found = await moved(calls, "duiyuan", assist, {**BRIDGE, "accuracy_m": 300}, minutes=5)
    assert found["position"]["accuracy_m"] == 300


async def test_an_older_fix_that_comes_late_changes_nothing(calls: Calls) -> None:
    assist = await calls.raised()
    found = await moved(calls, "duiyuan", assist, {**BRIDGE, "at": ago(seconds=20)})
    assert found["position"] == MARKET


async def test_several_points_come_at_once(calls: Calls) -> None:
    assist = await calls.raised()
    points = [{**MARKET, "at": ago(seconds=10)}, BRIDGE]
    found = await calls.do("duiyuan", assist, "positions", {"points": points})
    assert found["position"]["lat"] == BRIDGE["lat"]
    assert len(await rows("SELECT id FROM assist_positions")) == 3


async def test_however_many_come_the_call_is_held_for_as_many_statements(calls: Calls) -> None:
    assist, made = await calls.raised(), []
    for points in ([BRIDGE], [BRIDGE] * 200):
        with trips() as counted:
            await calls.do("duiyuan", assist, "positions", {"points": points})
        made.append(counted.made)
    assert made[0] == made[1]
    assert len(await rows("SELECT id FROM assist_positions")) == 202


async def test_a_responder_is_seen_from_leaving_to_arriving_only(calls: Calls) -> None:
    assist = await calls.acknowledged()
    body = {"position": BRIDGE}
    assert code_of(await calls.post("minjing", assist, "positions", body, key=uuid4())) == (
        403,
        "not_allowed",
    )
    await calls.do("minjing", assist, "departure")
    found = await calls.do("minjing", assist, "positions", body)
    assert found["responders"][0]["position"]["lat"] == BRIDGE["lat"]
    assert found["position"] == MARKET  # that of whoever called
    await calls.do("minjing", assist, "arrival")
    assert code_of(await calls.post("minjing", assist, "positions", body, key=uuid4())) == (
        403,
        "not_allowed",
    )


@pytest.mark.parametrize("who", ["duiyuan", "minjing"])
async def test_it_stops_with_the_call(calls: Calls, who: str) -> None:
    answer = await calls.post(who, await calls.resolved(), "positions", {"position": BRIDGE}, key=uuid4())
    assert code_of(answer) == (409, "assist_ended")


@pytest.mark.parametrize("who", ["suozhang", "duiyuan2", "lingdao"])
async def test_others_send_none(calls: Calls, who: str) -> None:
    answer = await calls.post(who, await calls.raised(), "positions", {"position": BRIDGE}, key=uuid4())
    assert code_of(answer) == (403, "not_allowed")


async def test_a_stranger_finds_nothing(calls: Calls) -> None:
    answer = await calls.post("linzhen", await calls.raised(), "positions", {"position": BRIDGE}, key=uuid4())
    assert code_of(answer) == (404, "not_found")


async def test_sent_twice_under_one_key_it_is_kept_once(calls: Calls) -> None:
    assist, key = await calls.raised(), uuid4()
    statuses = [
        (await calls.post("duiyuan", assist, "positions", {"position": BRIDGE}, key=key)).status_code
        for _ in range(2)
    ]
    assert statuses == [201, 200]
    assert len(await rows("SELECT id FROM assist_positions")) == 2
    keyless = await calls.post("duiyuan", assist, "positions", {"position": BRIDGE})
    assert code_of(keyless) == (400, "idempotency_key_missing")


async def test_what_leads_nowhere_hides_neither_where_a_responder_was_nor_that_the_next_one_jumps(
    calls: Calls,
) -> None:
    assist = await calls.under_way()
    await moved(calls, "minjing", assist, BRIDGE)
    for nothing in ({"source": "none"}, {"lat": 0, "lon": 0}, {"lat": 95, "lon": 102}):
        found = await moved(calls, "minjing", assist, nothing, seconds=1)
        assert found["responders"][0]["position"]["lat"] == BRIDGE["lat"]
        await moved(calls, "duiyuan", assist, nothing, seconds=1)
    found = await moved(calls, "duiyuan", assist, {**MARKET, "lat": 24.35}, seconds=1)
    assert found["position"] == MARKET


async def walked(calls: Calls, who: str, **changes: Any) -> None:
    """One point of the track of a running patrol, ten seconds ago."""
    patrol = await calls.street.patrol()
    point = {"seq": 0, "at": ago(seconds=10), "lat": 24.17, "lon": 102.4, "accuracy_m": 9} | changes
    answer = await calls.street.post(who, f"/patrols/{patrol}/track", {"points": [point]})
    assert answer.status_code == 201, answer.text


async def test_a_rough_fix_does_not_take_the_place_of_a_good_point_of_ones_own_track(calls: Calls) -> None:
    await walked(calls, "duiyuan")
    found = await calls.read("minjing", await calls.raised(position={**MARKET, "accuracy_m": 5000}))
    assert (found["position"]["lat"], found["position_marks"]) == (24.17, ["track"])
    kept = await rows("SELECT accuracy_m FROM assist_positions")
    assert [each["accuracy_m"] for each in kept] == [5000]


@pytest.mark.parametrize(
    ("who", "point"),
    [
        ("duiyuan", {"at": ago(seconds=61)}),  # old
        ("duiyuan", {"accuracy_m": 900}),  # rough itself
        ("duiyuan2", {}),  # a colleague's, who may be somewhere else by now
    ],
)
async def test_it_does_where_nothing_better_is_known_of_the_caller(
    calls: Calls, who: str, point: dict[str, Any]
) -> None:
    await walked(calls, who, **point)
    found = await calls.read("minjing", await calls.raised(position={**MARKET, "accuracy_m": 5000}))
    assert (found["position"]["accuracy_m"], found["position_marks"]) == (5000, ["inexact"])


async def test_a_good_fix_is_not_doubted_for_where_a_colleague_walks(calls: Calls) -> None:
    await walked(calls, "duiyuan2", lat=24.185)
    found = await calls.read("minjing", await calls.raised())
    assert (found["position"], found["position_marks"]) == (MARKET, [])
