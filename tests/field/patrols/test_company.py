"""Who was there and how they looked: crew, attendance, conduct, recorders, places passed."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.foundation.database import row, rows
from tests.field.street import Street, ago, code_of

RECORDING = {
    "recorder": "T8-0417",
    "from_at": ago(hours=2),
    "until_at": ago(hours=1),
    "kept_at": "执法队采集站2号",
    "sha256": "ab" * 32,
}


async def a_place(street: Street, code: str = "sfz") -> UUID:
    """A key place of the township, far from every track."""
    found = await row("SELECT id FROM townships WHERE code = ?", code)
    assert found is not None
    place = uuid4()
    await rows(
        "INSERT INTO places (id, township, name, kind, lat, lon) VALUES (?, ?, '水库大坝', 'water', 10.0, 10.0)",
        place,
        found["id"],
    )
    return place


async def test_somebody_joins_during_the_patrol(street: Street) -> None:
    patrol_id = await street.patrol()
    answer = await street.post(
        "duiyuan", f"/patrols/{patrol_id}/crew", {"username": "shichang", "at": ago(minutes=30)}
    )
    assert (answer.status_code, answer.json()["crew"]) == (
        201,
        ["duiyuan", "duiyuan2", "minjing", "shichang"],
    )
    assert [unit["code"] for unit in answer.json()["units"]] == ["sfz-pcs", "sfz-scs", "sfz-zfd"]


async def test_joining_twice_changes_nothing(street: Street) -> None:
    patrol_id = await street.patrol()
    again = await street.post("duiyuan", f"/patrols/{patrol_id}/crew", {"username": "duiyuan2"})
    assert (again.status_code, again.json()["version"]) == (200, 1)


async def test_somebody_unknown_does_not_join(street: Street) -> None:
    patrol_id = await street.patrol()
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/crew", {"username": "linzhen"})
    assert code_of(answer) == (422, "crew_unknown")


async def test_somebody_leaves_and_comes_back_as_two_stays(street: Street) -> None:
    patrol_id = await street.patrol()
    left = await street.post(
        "duiyuan", f"/patrols/{patrol_id}/crew/minjing/departure", {"at": ago(minutes=30)}
    )
    assert (left.status_code, left.json()["crew"]) == (201, ["duiyuan", "duiyuan2"])
    back = await street.post("duiyuan", f"/patrols/{patrol_id}/crew", {"username": "minjing"})
    stays = [stay for stay in back.json()["stays"] if stay["username"] == "minjing"]
    assert [stay["left_at"] for stay in stays] == [ago(minutes=30), None]


async def test_police_leave_for_themselves_but_not_for_others(street: Street) -> None:
    patrol_id = await street.patrol()
    others = await street.post("minjing", f"/patrols/{patrol_id}/crew/duiyuan2/departure")
    own = await street.post("minjing", f"/patrols/{patrol_id}/crew/minjing/departure")
    assert (others.status_code, own.status_code) == (403, 201)


async def test_leaving_twice_is_harmless_and_a_stranger_never_was_there(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.post("duiyuan", f"/patrols/{patrol_id}/crew/minjing/departure")
    again = await street.post("duiyuan", f"/patrols/{patrol_id}/crew/minjing/departure")
    assert again.status_code == 200
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/crew/xieguan/departure")
    assert code_of(answer) == (409, "not_in_crew")


async def test_the_last_one_there_does_not_leave(street: Street) -> None:
    patrol_id = await street.patrol(kind="routine", crew=["duiyuan"])
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/crew/duiyuan/departure")
    assert code_of(answer) == (422, "crew_needed")


async def test_who_was_forgotten_is_entered_after_the_end_from_the_start(street: Street) -> None:
    patrol_id = await street.ended()
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/crew", {"username": "xieguan"})
    joined = {stay["username"]: stay["joined_at"] for stay in answer.json()["stays"]}
    assert joined["xieguan"] == ago(hours=2)


async def test_each_unit_confirms_its_own_people(street: Street) -> None:
    patrol_id = await street.ended()
    await street.post("duiyuan2", f"/patrols/{patrol_id}/attendance")
    answer = await street.post("minjing", f"/patrols/{patrol_id}/attendance", {"note": "全程参加"})
    assert answer.status_code == 201
    confirmed = {unit["code"]: unit["attendance"]["by"] for unit in answer.json()["units"]}
    assert confirmed == {"sfz-pcs": "周青岩", "sfz-zfd": "程一诺"}


async def test_the_chief_confirms_for_the_station_without_having_been_there(street: Street) -> None:
    patrol_id = await street.ended()
    assert (await street.post("suozhang", f"/patrols/{patrol_id}/attendance")).status_code == 201


async def test_confirming_twice_keeps_the_first_word(street: Street) -> None:
    patrol_id = await street.ended()
    await street.post("minjing", f"/patrols/{patrol_id}/attendance", {"note": "第一次"})
    again = await street.post("suozhang", f"/patrols/{patrol_id}/attendance", {"note": "第二次"})
    noted = [unit["attendance"] for unit in again.json()["units"] if unit["code"] == "sfz-pcs"]
    assert (again.status_code, noted[0]["note"]) == (200, "第一次")


@pytest.mark.parametrize(
    ("who", "body", "expected"),
    [
        ("duiyuan", {"unit": "sfz-pcs"}, (403, "not_own_unit")),
        ("zhenzhang", {}, (403, "not_allowed")),
        ("ziran", {}, (404, "not_found")),
        ("linzhen", {}, (404, "not_found")),
    ],
)
async def test_nobody_confirms_for_others(
    street: Street, who: str, body: dict[str, str], expected: tuple[int, str]
) -> None:
    patrol_id = await street.ended()
    assert code_of(await street.post(who, f"/patrols/{patrol_id}/attendance", body)) == expected


async def test_a_unit_without_people_there_has_nothing_to_confirm(street: Street) -> None:
    patrol_id = await street.patrol(kind="routine", crew=["xieguan"], ended_at=ago(hours=1))
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/attendance")
    assert answer.status_code == 201  # the auxiliary is of the same unit
    other = await street.patrol(kind="routine", crew=["minjing"], ended_at=ago(hours=1))
    assert code_of(await street.post("duiyuan", f"/patrols/{other}/attendance")) == (
        409,
        "unit_not_on_patrol",
    )


async def test_the_newest_check_of_dress_and_conduct_counts(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.post("duiyuan", f"/patrols/{patrol_id}/conduct", {"points": {"uniform": False}})
    street.clock.later(minutes=1)
    body = {"points": {"uniform": True, "recorder": True}}
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/conduct", body)
    conduct = answer.json()["conduct"]
    assert (answer.status_code, conduct["points"], conduct["checks"]) == (201, body["points"], 2)
    assert (await street.post("duiyuan", f"/patrols/{patrol_id}/conduct", body)).status_code == 200


@pytest.mark.parametrize("points", [{}, {"hat": True}, {"uniform": "yes"}])
async def test_a_check_needs_known_points(street: Street, points: dict[str, object]) -> None:
    patrol_id = await street.patrol()
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/conduct", {"points": points})
    assert code_of(answer) == (400, "invalid")


async def test_a_recorder_is_registered_once(street: Street) -> None:
    patrol_id = await street.patrol()
    first = await street.post("duiyuan", f"/patrols/{patrol_id}/recordings", RECORDING)
    again = await street.post("duiyuan", f"/patrols/{patrol_id}/recordings", RECORDING)
    assert (first.status_code, again.status_code, len(again.json()["recordings"])) == (201, 200, 1)
    assert again.json()["recordings"][0]["kept_at"] == "执法队采集站2号"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"until_at": ago(hours=3)}, (422, "times_crossed")),
        ({"until_at": ago(hours=-1)}, (422, "time_in_future")),
        ({"sha256": "zz"}, (400, "invalid")),
        ({"kept_at": ""}, (400, "invalid")),
    ],
)
async def test_a_recording_that_cannot_be_is_refused(
    street: Street, change: dict[str, str], expected: tuple[int, str]
) -> None:
    patrol_id = await street.patrol()
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/recordings", RECORDING | change)
    assert code_of(answer) == expected


async def test_a_key_place_is_tapped_once(street: Street) -> None:
    patrol_id, place = await street.patrol(), await a_place(street)
    first = await street.post("minjing", f"/patrols/{patrol_id}/passings", {"place": str(place)})
    again = await street.post("duiyuan", f"/patrols/{patrol_id}/passings", {"place": str(place)})
    assert (first.status_code, again.status_code) == (201, 200)
    assert [(passing["name"], passing["by_hand"]) for passing in again.json()["passings"]] == [
        ("水库大坝", True)
    ]


async def test_a_place_of_another_township_is_no_place(street: Street) -> None:
    patrol_id, place = await street.patrol(), await a_place(street, "lz")
    answer = await street.post("duiyuan", f"/patrols/{patrol_id}/passings", {"place": str(place)})
    assert code_of(answer) == (400, "invalid")


@pytest.mark.parametrize("noun", ["attendance", "conduct", "recordings", "crew"])
async def test_what_was_done_before_the_filing_and_arrives_after_it_is_a_late_addendum(
    street: Street, noun: str
) -> None:
    patrol_id = await street.filed()
    bodies: dict[str, dict[str, Any]] = {
        "attendance": {},
        "conduct": {"points": {"uniform": True}},
        "recordings": RECORDING,
        "crew": {"username": "xieguan"},
    }
    body = bodies[noun]
    late = await street.post("duiyuan", f"/patrols/{patrol_id}/{noun}", body | {"made_at": ago(minutes=1)})
    after = await street.post("duiyuan", f"/patrols/{patrol_id}/{noun}", body)
    assert (late.status_code, code_of(after)) == (201, (409, "filed"))
    assert [addendum["late"] for addendum in late.json()["addenda"]] == [True]
