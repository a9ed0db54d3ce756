"""The course of a patrol: started, paused, resumed, ended, cancelled; 201 the first time, 200 again."""

from typing import Any

import pytest

from tests.field.street import Street, ago, code_of


async def planned(street: Street, **changes: Any) -> str:
    return await street.patrol(started_at=None, planned_from=ago(minutes=10), **changes)


async def state(street: Street, patrol_id: str) -> str:
    found: str = (await street.get("lingdao", f"/patrols/{patrol_id}")).json()["state"]
    return found


async def test_a_plan_is_started_and_everybody_planned_joins(street: Street) -> None:
    patrol_id = await planned(street)
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/start", {"at": ago(minutes=5)})
    assert (answer.status_code, answer.json()["state"]) == (201, "active")
    assert {stay["joined_at"] for stay in answer.json()["stays"]} == {ago(minutes=5)}


async def test_starting_twice_changes_nothing(street: Street) -> None:
    patrol_id = await planned(street)
    first = await street.post("duiyuan", f"/patrols/{patrol_id}/start")
    again = await street.post("duiyuan2", f"/patrols/{patrol_id}/start", {"at": ago(minutes=3)})
    assert (again.status_code, again.json()["started_at"]) == (200, first.json()["started_at"])


async def test_a_crew_without_two_certified_officers_starts_and_is_warned(street: Street) -> None:
    patrol_id = await planned(street, crew=["duiyuan", "xieguan", "minjing"])
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/start")
    assert answer.status_code == 201
    assert (answer.json()["power"]["ok"], answer.json()["power"]["officers"]) == (False, ["duiyuan"])
    assert "只有1名" in answer.json()["power"]["why"]


async def test_a_pause_has_its_reason(street: Street) -> None:
    patrol_id = await street.patrol()
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/pause", {"reason": "用餐"})
    assert (answer.status_code, answer.json()["state"]) == (201, "paused")
    assert answer.json()["pauses"][0]["reason"] == "用餐"


async def test_a_pause_without_a_reason_is_refused(street: Street) -> None:
    patrol_id = await street.patrol()
    assert code_of(await street.post("duiyuan", f"/patrols/{patrol_id}/pause")) == (400, "invalid")


async def test_pausing_twice_changes_nothing(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.post("duiyuan", f"/patrols/{patrol_id}/pause", {"reason": "用餐"})
    again = await street.post("duiyuan", f"/patrols/{patrol_id}/pause", {"reason": "用餐"})
    assert (again.status_code, len(again.json()["pauses"])) == (200, 1)


async def test_an_outbox_that_replays_pause_and_resumption_makes_one_pause(street: Street) -> None:
    patrol_id = await street.patrol()
    for _ in range(2):
        await street.post("duiyuan", f"/patrols/{patrol_id}/pause", {"reason": "用餐", "at": ago(minutes=40)})
        answer = await street.post("duiyuan", f"/patrols/{patrol_id}/resumption", {"at": ago(minutes=30)})
    assert answer.json()["pauses"] == [{"from": ago(minutes=40), "until": ago(minutes=30), "reason": "用餐"}]


async def test_the_end_closes_an_open_pause(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.post("duiyuan", f"/patrols/{patrol_id}/pause", {"reason": "用餐", "at": ago(minutes=40)})
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/end", {"at": ago(minutes=10)})
    assert (answer.json()["state"], answer.json()["ended_at"]) == ("done", ago(minutes=10))
    assert answer.json()["pauses"][0]["until"] == ago(minutes=10)


async def test_ending_twice_keeps_the_first_end(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.post("duiyuan", f"/patrols/{patrol_id}/end", {"at": ago(minutes=10)})
    again = await street.post("duiyuan", f"/patrols/{patrol_id}/end")
    assert (again.status_code, again.json()["ended_at"]) == (200, ago(minutes=10))


async def test_an_empty_body_is_enough(street: Street) -> None:
    patrol_id = await street.patrol()
    assert (await street.ask("duiyuan", "POST", f"/patrols/{patrol_id}/end")).status_code == 201


@pytest.mark.parametrize("noun", ["pause", "resumption", "end"])
async def test_what_has_not_started_can_neither_pause_nor_end(street: Street, noun: str) -> None:
    patrol_id = await planned(street)
    body = {"reason": "用餐"} if noun == "pause" else {}
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/{noun}", body)
    assert code_of(answer) == (409, "patrol_not_started")


@pytest.mark.parametrize("noun", ["pause", "resumption", "cancellation"])
async def test_what_has_ended_does_not_go_on(street: Street, noun: str) -> None:
    patrol_id = await street.ended()
    body = {} if noun == "resumption" else {"reason": "用餐"}
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/{noun}", body)
    assert code_of(answer) == (409, "patrol_not_open")


@pytest.mark.parametrize(("noun", "body"), [("end", {}), ("pause", {"reason": "用餐"}), ("start", {})])
async def test_an_act_cannot_lie_in_the_future(street: Street, noun: str, body: dict[str, str]) -> None:
    patrol_id = await street.patrol()
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/{noun}", body | {"at": ago(minutes=-6)})
    assert code_of(answer) == (422, "time_in_future")


async def test_an_act_of_a_device_with_a_wrong_clock_counts_from_its_arrival(street: Street) -> None:
    patrol_id = await street.patrol()
    ahead = ago(days=-1)
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/end", {"at": ahead}, Liandong_Sent_At=ahead)
    assert (answer.status_code, answer.json()["ended_at"]) == (201, ago())


@pytest.mark.parametrize("noun", ["end", "pause"])
async def test_an_act_cannot_lie_before_the_start(street: Street, noun: str) -> None:
    patrol_id = await street.patrol()
    body = {"at": ago(hours=3)} | ({"reason": "用餐"} if noun == "pause" else {})
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/{noun}", body)
    assert code_of(answer) == (422, "times_crossed")


@pytest.mark.parametrize(
    ("act", "body"),
    [
        ("end", {}),
        ("pause", {"reason": "用餐"}),
        ("crew", {"username": "minjing"}),
        ("crew/duiyuan2/departure", {}),
    ],
)
async def test_a_clock_put_back_on_the_way_refuses_nothing(
    street: Street, act: str, body: dict[str, str]
) -> None:
    patrol_id = await street.patrol(crew=["duiyuan", "duiyuan2"], kind="routine")
    before = {"at": ago(hours=3), "made_at": ago(hours=3)}
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/{act}", body | before)
    assert answer.status_code == 201, answer.text
    assert answer.json()["ended_at"] == (ago() if act == "end" else None)


async def test_what_was_made_by_a_clock_ahead_is_taken_once_the_network_has_put_the_clock_right(
    street: Street,
) -> None:
    patrol_id = await street.patrol()
    said = {"Liandong_Sent_At": ago(), "Liandong_Made_At": ago(hours=-3)}
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/end", {"at": ago(hours=-3)}, **said)
    assert (answer.status_code, answer.json()["ended_at"]) == (201, ago())


async def test_a_plan_is_cancelled_with_a_reason(street: Street) -> None:
    patrol_id = await planned(street)
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/cancellation", {"reason": "暴雨"})
    assert (answer.status_code, answer.json()["state"]) == (201, "cancelled")
    again = await street.post("duiyuan", f"/patrols/{patrol_id}/cancellation", {"reason": "暴雨"})
    assert again.status_code == 200


async def test_what_found_something_is_not_cancelled(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.finding(patrol_id)
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/cancellation", {"reason": "暴雨"})
    assert code_of(answer) == (409, "patrol_has_findings")


async def test_a_cancelled_patrol_takes_nothing_more(street: Street) -> None:
    patrol_id = await planned(street)
    await street.post("duiyuan", f"/patrols/{patrol_id}/cancellation", {"reason": "暴雨"})
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/start")
    assert code_of(answer) == (409, "patrol_not_open")


@pytest.mark.parametrize(
    ("minutes", "expected"), [(-61, "planned"), (-60, "ready"), (29, "ready"), (30, "overdue")]
)
async def test_a_plan_becomes_ready_an_hour_before_and_overdue_half_an_hour_after(
    street: Street, minutes: int, expected: str
) -> None:
    patrol_id = await street.patrol(started_at=None, planned_from=ago(minutes=minutes))
    assert await state(street, patrol_id) == expected


@pytest.mark.parametrize("noun", ["start", "end", "cancellation"])
@pytest.mark.parametrize(
    ("who", "expected"),
    [("linzhen", 404), ("ziran", 404), ("lingdao", 403), ("minjing", 403), ("guanli", 403)],
)
async def test_who_may_not_run_it(street: Street, noun: str, who: str, expected: int) -> None:
    patrol_id = await planned(street)
    body = {"reason": "暴雨"} if noun == "cancellation" else {}
    assert (await street.post(who, f"/patrols/{patrol_id}/{noun}", body)).status_code == expected
    assert await state(street, patrol_id) == "ready"
