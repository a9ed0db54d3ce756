"""PUT /patrols/{uuid}: the four cases of a repeated PUT, and what a patrol must say."""

from uuid import uuid4

import pytest

from backend.foundation.database import rows
from tests.field.street import NOON, Street, ago, code_of, count, patrol_body


async def test_a_patrol_is_created_with_a_receipt(street: Street) -> None:
    patrol_id = uuid4()
    answer = await street.put("duiyuan", f"/patrols/{patrol_id}", patrol_body())
    made = answer.json()
    assert (answer.status_code, made["id"], made["state"], made["version"]) == (
        201,
        str(patrol_id),
        "active",
        1,
    )
    assert made["receipt"]["journal"][0] == 1
    assert made["crew"] == ["duiyuan", "duiyuan2", "minjing"]


async def test_the_same_again_answers_200_with_the_same_receipt(street: Street) -> None:
    patrol_id = uuid4()
    first = await street.put("duiyuan", f"/patrols/{patrol_id}", patrol_body())
    again = await street.put("duiyuan", f"/patrols/{patrol_id}", patrol_body())
    assert (again.status_code, again.json()["receipt"]) == (200, first.json()["receipt"])
    assert await count("events") == 1


async def test_key_order_null_and_absent_make_no_difference(street: Street) -> None:
    patrol_id = uuid4()
    body = patrol_body()
    await street.put("duiyuan", f"/patrols/{patrol_id}", body)
    turned = {"summary": None, **dict(reversed(body.items()))}
    assert (await street.put("duiyuan", f"/patrols/{patrol_id}", turned)).status_code == 200


async def test_the_same_moment_at_another_offset_is_the_same_content(street: Street) -> None:
    patrol_id = uuid4()
    await street.put("duiyuan", f"/patrols/{patrol_id}", patrol_body())
    answer = await street.put(
        "duiyuan", f"/patrols/{patrol_id}", patrol_body(started_at="2026-11-20T02:00:00Z")
    )
    assert answer.status_code == 200


async def test_other_content_on_an_open_patrol_is_a_conflict(street: Street) -> None:
    patrol_id = await street.patrol()
    answer = await street.put("duiyuan", f"/patrols/{patrol_id}", patrol_body(title="另一次"))
    assert code_of(answer) == (409, "conflict")


async def test_other_content_on_a_filed_patrol_says_filed(street: Street) -> None:
    patrol_id = await street.filed()
    answer = await street.put("duiyuan", f"/patrols/{patrol_id}", patrol_body(title="另一次"))
    assert code_of(answer) == (409, "filed")


async def test_the_first_content_answers_200_after_patch_and_filing_with_the_present_state(
    street: Street,
) -> None:
    body = patrol_body(ended_at=ago(hours=1))
    patrol_id = await street.patrol(ended_at=ago(hours=1))
    await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": "改过的名称"})
    await street.post("duiyuan", f"/patrols/{patrol_id}/filing")
    answer = await street.put("duiyuan", f"/patrols/{patrol_id}", body)
    assert (answer.status_code, answer.json()["title"], answer.json()["state"]) == (
        200,
        "改过的名称",
        "filed",
    )


@pytest.mark.parametrize("who", ["duiyuan2", "linzhen"])
async def test_an_id_of_somebody_else_is_a_conflict_without_content(street: Street, who: str) -> None:
    patrol_id = await street.patrol()
    answer = await street.put(who, f"/patrols/{patrol_id}", patrol_body())
    assert code_of(answer) == (409, "conflict")
    assert "title" not in answer.json() or answer.json()["title"] != "集镇联合巡查"


async def test_a_planned_patrol_needs_no_start(street: Street) -> None:
    patrol_id = await street.patrol(started_at=None, planned_from=ago(hours=-5))
    assert (await street.get("duiyuan", f"/patrols/{patrol_id}")).json()["state"] == "planned"


async def test_neither_start_nor_plan_is_refused(street: Street) -> None:
    answer = await street.put("duiyuan", f"/patrols/{uuid4()}", patrol_body(started_at=None))
    assert code_of(answer) == (400, "invalid")
    assert "started_at" in answer.json()["fields"]


async def test_a_joint_patrol_of_one_unit_is_refused(street: Street) -> None:
    answer = await street.put("duiyuan", f"/patrols/{uuid4()}", patrol_body(crew=["duiyuan", "duiyuan2"]))
    assert code_of(answer) == (422, "joint_needs_two_units")


async def test_a_routine_patrol_of_one_unit_is_not(street: Street) -> None:
    await street.patrol(kind="routine", crew=["duiyuan"])


async def test_unknown_people_are_named(street: Street) -> None:
    answer = await street.put("duiyuan", f"/patrols/{uuid4()}", patrol_body(crew=["duiyuan", "nobody"]))
    assert code_of(answer) == (422, "crew_unknown")
    assert answer.json()["unknown"] == ["nobody"]


async def test_people_of_another_township_are_unknown(street: Street) -> None:
    answer = await street.put("duiyuan", f"/patrols/{uuid4()}", patrol_body(crew=["duiyuan", "linzhen"]))
    assert code_of(answer) == (422, "crew_unknown")


async def test_people_of_county_bodies_walk_along(street: Street) -> None:
    await street.patrol(crew=["duiyuan", "chengguan"])


async def test_nobody_is_no_crew(street: Street) -> None:
    answer = await street.put("duiyuan", f"/patrols/{uuid4()}", patrol_body(crew=[]))
    assert code_of(answer) == (422, "crew_needed")


@pytest.mark.parametrize(("minutes", "expected"), [(5, 201), (6, 422)])
async def test_a_future_start_is_refused_beyond_five_minutes(
    street: Street, minutes: int, expected: int
) -> None:
    body = patrol_body(started_at=ago(minutes=-minutes))
    assert (await street.put("duiyuan", f"/patrols/{uuid4()}", body)).status_code == expected


async def test_a_wrong_clock_is_marked_and_never_refused(street: Street) -> None:
    ahead = ago(days=-3)
    answer = await street.put(
        "duiyuan", f"/patrols/{uuid4()}", patrol_body(started_at=ahead, made_at=ahead), Liandong_Sent_At=ahead
    )
    assert answer.status_code == 201
    assert answer.json()["clock"] == {"offset_s": 3 * 24 * 3600.0, "trusted": False}
    assert answer.json()["received_at"] == NOON.isoformat()


@pytest.mark.parametrize(
    ("said", "sent_at", "counts"),
    [
        ({"started_at": "2200-01-01T08:00:00+08:00"}, "2200-01-01T08:00:00+08:00", {"started_at": ago()}),
        ({"started_at": ago(hours=-1)}, ago(hours=-2), {"started_at": ago(hours=1)}),
        ({"started_at": "2200-01-01T08:00:00+08:00"}, ago(hours=-2), {"started_at": ago()}),
        ({"started_at": ago(days=-1)}, "9999-12-31T00:00:00+08:00", {"started_at": ago()}),
        (
            {"started_at": ago(minutes=10), "ended_at": ago(minutes=-55)},
            ago(hours=-1),
            {"started_at": ago(minutes=70), "ended_at": ago(minutes=5)},
        ),
        (
            {"started_at": ago(minutes=-5), "ended_at": ago(minutes=-10)},
            ago(hours=1),
            {"started_at": ago(), "ended_at": ago()},
        ),
        ({"started_at": ago(minutes=-5)}, ago(), {"started_at": ago(minutes=-5)}),
        ({"started_at": ago(hours=3)}, ago(hours=2), {"started_at": ago(hours=3)}),
    ],
)
async def test_nothing_begins_in_days_to_come_whatever_a_wrong_clock_says(
    street: Street, said: dict[str, str], sent_at: str, counts: dict[str, str]
) -> None:
    path = f"/patrols/{uuid4()}"
    made = await street.put("duiyuan", path, patrol_body(**said), Liandong_Sent_At=sent_at)
    assert made.status_code == 201, made.text
    assert {name: made.json()[name] for name in counts} == counts
    again = await street.put("duiyuan", path, patrol_body(**said), Liandong_Sent_At=sent_at)
    assert (again.status_code, again.json()["started_at"]) == (200, counts["started_at"])


async def test_a_patrol_begun_by_a_clock_in_the_year_2200_is_ended_by_a_good_one(street: Street) -> None:
    patrol, ahead = str(uuid4()), "2200-01-01T08:00:00+08:00"
    await street.put("duiyuan", f"/patrols/{patrol}", patrol_body(started_at=ahead), Liandong_Sent_At=ahead)
    street.clock.later(minutes=30)
    ended = await street.post("duiyuan", f"/patrols/{patrol}/end", {"at": ago(minutes=-30)})
    assert (ended.status_code, ended.json()["ended_at"]) == (201, ago(minutes=-30))


async def test_an_end_before_the_start_is_refused(street: Street) -> None:
    body = patrol_body(ended_at=ago(hours=3))
    assert code_of(await street.put("duiyuan", f"/patrols/{uuid4()}", body)) == (422, "times_crossed")


async def test_patrols_of_one_person_at_once_are_marked_and_not_refused(street: Street) -> None:
    first = await street.patrol(ended_at=ago(minutes=30))
    second = await street.patrol(crew=["duiyuan2", "minjing"], started_at=ago(hours=1))
    marked = [
        (await street.get("lingdao", f"/patrols/{each}")).json()["overlaps"] for each in (first, second)
    ]
    assert marked == [True, True]


async def test_patrols_one_after_the_other_are_not_marked(street: Street) -> None:
    first = await street.patrol(ended_at=ago(hours=1))
    second = await street.patrol(started_at=ago(hours=1))
    marked = [
        (await street.get("lingdao", f"/patrols/{each}")).json()["overlaps"] for each in (first, second)
    ]
    assert marked == [False, False]


async def test_a_photo_that_came_before_its_patrol_is_counted(street: Street) -> None:
    patrol_id = str(uuid4())
    photo = {
        "subject": {"kind": "patrol", "id": patrol_id},
        "taken_at": ago(hours=1),
        "position": {"source": "none"},
        "source": "camera",
        "sha256": "a" * 64,
        "bytes": 1000,
        "media_type": "image/jpeg",
    }
    assert (await street.put("duiyuan", f"/photos/{uuid4()}", photo)).status_code == 201
    answer = await street.put("duiyuan", f"/patrols/{patrol_id}", patrol_body())
    assert answer.json()["photo_count"] == 1


@pytest.mark.parametrize("who", ["lingdao", "dangban", "zhihui", "guanli", "chengguan"])
async def test_who_does_not_patrol_does_not_write(street: Street, who: str) -> None:
    answer = await street.put(who, f"/patrols/{uuid4()}", patrol_body())
    assert code_of(answer) == (403, "not_allowed")
    assert await rows("SELECT id FROM patrols WHERE received_at = ?", NOON) == []
