"""紧急支援: one press, and everybody who is to come has it; what is wrong with it is marked and never refused."""

from typing import Any
from uuid import uuid4

import pytest

from backend.foundation.database import rows
from tests.field.assists.calls import MARKET, Calls, call_body
from tests.field.street import ago, code_of


async def test_a_call_waits_for_somebody_to_answer(calls: Calls) -> None:
    found = await calls.read("minjing", await calls.raised())
    assert (found["state"], found["state_name"], found["reason"]) == ("raised", "等待接警", "围堵阻碍")
    assert (found["raiser"]["name"], found["township"]) == ("沈禾", "sfz")
    assert (found["position_marks"], found["position_usable"]) == ([], True)


async def test_nothing_at_all_is_enough_to_call(calls: Calls) -> None:
    assist = str(uuid4())
    answer = await calls.street.put("duiyuan", f"/assists/{assist}", {})
    assert answer.status_code == 201
    assert (answer.json()["severity"], answer.json()["exercise"]) == ("emergency", False)


async def test_sent_again_it_is_the_same_call(calls: Calls) -> None:
    assist, body = str(uuid4()), call_body()
    answers = [await calls.street.put("duiyuan", f"/assists/{assist}", body) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [201, 200, 200]
    assert len({answer.json()["receipt"]["id"] for answer in answers}) == 1
    assert len(await rows("SELECT id FROM events WHERE kind = 'assist.raised'")) == 1


async def test_sent_again_after_it_was_answered_it_shows_who_comes(calls: Calls) -> None:
    assist, body = str(uuid4()), call_body()
    await calls.street.put("duiyuan", f"/assists/{assist}", body)
    await calls.do("minjing", assist, "acknowledgement")
    again = await calls.street.put("duiyuan", f"/assists/{assist}", body)
    assert (again.status_code, again.json()["state"]) == (200, "acknowledged")


async def test_other_content_under_its_id_is_a_conflict(calls: Calls) -> None:
    assist = await calls.raised()
    other = await calls.street.put("duiyuan", f"/assists/{assist}", call_body(reason="有人受伤"))
    assert code_of(other) == (409, "conflict")
    stranger = await calls.street.put("linzhen", f"/assists/{assist}", call_body())
    assert code_of(stranger) == (409, "conflict")


async def test_it_carries_the_patrol_its_crew_and_the_phone(calls: Calls) -> None:
    patrol = await calls.street.patrol()
    found = await calls.read("minjing", await calls.raised())
    assert found["patrol"] == {"id": patrol, "title": "集镇联合巡查"}
    assert [each["username"] for each in found["crew"]] == ["minjing", "duiyuan", "duiyuan2"]
    assert found["raiser"]["phone"]


async def test_a_patrol_that_has_not_arrived_holds_no_call_up(calls: Calls) -> None:
    patrol = str(uuid4())
    found = await calls.read("minjing", await calls.raised(patrol=patrol))
    assert found["patrol"] == {"id": patrol, "title": None}


async def test_the_neighbours_patrol_is_shown_to_nobody_here(calls: Calls) -> None:
    patrol = await calls.street.patrol("linzhen", kind="routine", crew=["linzhen"])
    point = {"seq": 0, "at": ago(seconds=10), "lat": 24.17, "lon": 102.4, "accuracy_m": 9}
    walked = await calls.street.post("linzhen", f"/patrols/{patrol}/track", {"points": [point]})
    assert walked.status_code == 201, walked.text
    assist = str(uuid4())
    assert (await calls.street.put("duiyuan", f"/assists/{assist}", {"patrol": patrol})).status_code == 201
    found = await calls.read("minjing", assist)
    assert (found["patrol"]["title"], found["crew"]) == (None, [])
    assert (found["position"]["lat"], found["position_marks"]) == (None, ["none"])
    assert code_of(await calls.street.get("linzhen", f"/assists/{assist}")) == (404, "not_found")


@pytest.mark.parametrize(
    ("position", "mark"),
    [
        (None, "none"),
        ({"source": "none"}, "none"),
        ({"lat": 0, "lon": 0, "accuracy_m": 5, "source": "gps"}, "zero"),
        ({"lat": 124.1, "lon": 102.4, "source": "gps"}, "impossible"),
        ({"lat": 24.1, "source": "gps"}, "impossible"),
        ({"lat": "北纬24度", "lon": "东经102度"}, "impossible"),
        ({**MARKET, "accuracy_m": 5000}, "inexact"),
        ({**MARKET, "accuracy_m": -1}, "inexact"),
        ({**MARKET, "at": ago(minutes=10)}, "stale"),
        ({**MARKET, "at": "刚才"}, "stale"),
        ({**MARKET, "lat": 39.9, "lon": 116.4}, "far"),
        ({**MARKET, "source": "map"}, "picked"),
        ({**MARKET, "source": "梦"}, ""),
    ],
)
async def test_no_position_refuses_a_call_each_is_marked(calls: Calls, position: Any, mark: str) -> None:
    found = await calls.read("minjing", await calls.raised(position=position))
    assert found["position_marks"] == ([mark] if mark else [])
    assert found["position_usable"] is (mark not in ("none", "zero", "impossible"))


async def test_without_a_position_the_last_point_of_the_track_leads_there(calls: Calls) -> None:
    patrol = await calls.street.patrol()
    point = {"seq": 0, "at": ago(minutes=5), "lat": 24.17, "lon": 102.4, "accuracy_m": 9}
    await calls.street.post("duiyuan", f"/patrols/{patrol}/track", {"points": [point]})
    found = await calls.read("minjing", await calls.raised(position={"lat": 0, "lon": 0}))
    assert (found["position"]["lat"], found["position_marks"]) == (24.17, ["track", "stale"])
    assert found["track"] == [{"at": ago(minutes=5), "lat": 24.17, "lon": 102.4, "accuracy_m": 9}]


async def test_both_times_are_kept_when_there_was_no_network(calls: Calls) -> None:
    found = await calls.read("minjing", await calls.raised(at=ago(minutes=20)))
    assert (found["raised_at"], found["received_at"]) == (ago(minutes=20), ago())


@pytest.mark.parametrize("at", [ago(minutes=-30), "2019-01-01T00:00:00+08:00"])
async def test_a_wrong_clock_refuses_nobody(calls: Calls, at: str) -> None:
    assist = str(uuid4())
    answer = await calls.street.put("duiyuan", f"/assists/{assist}", call_body(at=at), Liandong_Sent_At=at)
    assert (answer.status_code, answer.json()["raised_at"]) == (201, ago())
    assert answer.json()["clock"]["trusted"] is False


@pytest.mark.parametrize("at", ["1970-01-01T08:00:17+08:00", ago(days=31), ago(minutes=-6)])
async def test_a_wrong_clock_that_says_nothing_of_itself_is_found_by_what_it_names(
    calls: Calls, at: str
) -> None:
    found = await calls.read("minjing", await calls.raised(at=at, position={**MARKET, "at": at}))
    assert (found["raised_at"], found["received_at"], found["clock"]["trusted"]) == (ago(), ago(), False)
    assert (found["position_at"], found["position_marks"]) == (ago(), [])
    assert "手机的时间不对" in (await calls.street.page("minjing", f"/assists/{found['id']}")).text
    answered = await calls.do("minjing", found["id"], "acknowledgement", {"at": at})
    assert answered["acknowledged_at"] == ago()


async def test_a_press_by_a_clock_that_the_network_put_right_before_it_was_sent_counts_from_its_arrival(
    calls: Calls,
) -> None:
    assist = str(uuid4())
    body = call_body(at="1970-01-01T08:00:17+08:00")
    answer = await calls.street.put("duiyuan", f"/assists/{assist}", body, Liandong_Sent_At=ago())
    assert (answer.status_code, answer.json()["raised_at"]) == (201, ago())
    assert answer.json()["clock"]["trusted"] is False


async def test_a_call_that_waited_for_its_network_for_long_keeps_its_moment(calls: Calls) -> None:
    found = await calls.read("minjing", await calls.raised(at=ago(days=30)))
    assert (found["raised_at"], found["clock"]["trusted"]) == (ago(days=30), True)


async def test_whoever_serves_the_county_is_found_by_where_they_are(calls: Calls) -> None:
    inside = await calls.raised("chengguan")
    assert (await calls.read("minjing", inside))["township"] == "sfz"
    outside = await calls.raised("chengguan", position={**MARKET, "lat": 24.0})
    assert code_of(await calls.street.get("minjing", f"/assists/{outside}")) == (404, "not_found")
    assert (await calls.read("gongan", outside))["township"] is None


async def test_whoever_serves_the_county_on_a_patrol_calls_the_patrols_township(calls: Calls) -> None:
    await calls.street.patrol(crew=["duiyuan", "chengguan"])
    assist = await calls.raised("chengguan", position=None)
    assert (await calls.read("suozhang", assist))["township"] == "sfz"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"exercise": True}, "exercise"),
        ({"status": "exercise"}, "exercise"),
        ({"status": "test"}, "test"),
        ({"exercise": True, "status": "actual"}, "actual"),
        ({"exercise": False}, "actual"),
    ],
)
async def test_a_drill_says_so_everywhere(calls: Calls, said: dict[str, Any], status: str) -> None:
    found = await calls.read("minjing", await calls.raised(**said))
    assert (found["status"], found["exercise"]) == (status, status != "actual")
