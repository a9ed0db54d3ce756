"""PUT …/findings/{uuid}: the cases of a repeated PUT, what a finding must say, and what comes late."""

from typing import Any
from uuid import uuid4

import pytest

from tests.field.street import Street, ago, code_of, count, finding_body
from tests.office.matters.lists import listed

PARTY = {"name": "赵喆", "kind": "person", "contact": "13800000000", "age": "14to18"}


async def put(
    street: Street, patrol_id: str, who: str = "duiyuan", **changes: Any
) -> tuple[int, dict[str, Any]]:
    path = f"/patrols/{patrol_id}/findings/{uuid4()}"
    answer = await street.put(who, path, finding_body(**changes))
    return answer.status_code, answer.json()


async def test_a_finding_is_numbered_within_its_patrol(street: Street) -> None:
    patrol_id = await street.patrol()
    made = [await put(street, patrol_id) for _ in range(3)]
    assert [(status, body["number"]) for status, body in made] == [(201, 1), (201, 2), (201, 3)]
    assert (await street.get("lingdao", f"/patrols/{patrol_id}")).json()["finding_count"] == 3


async def test_what_was_put_comes_back(street: Street) -> None:
    patrol_id = await street.patrol()
    await listed("CZ-017")
    status, body = await put(street, patrol_id, party=PARTY, matter_code="CZ-017", recheck_on="2026-11-27")
    assert (status, body["party"], body["matter_code"]) == (201, PARTY, "CZ-017")
    assert body["position"] == {"lat": 24.1633, "lon": 102.3904, "accuracy_m": 8, "source": "gps"}
    assert (body["disposition_name"], body["recheck_on"], body["marks"]) == ("劝导", "2026-11-27", [])


async def test_the_same_again_answers_200(street: Street) -> None:
    patrol_id, finding_id = await street.patrol(), uuid4()
    path = f"/patrols/{patrol_id}/findings/{finding_id}"
    first = await street.put("duiyuan", path, finding_body())
    again = await street.put("duiyuan", path, finding_body())
    assert (again.status_code, again.json()["receipt"]) == (200, first.json()["receipt"])
    assert await count("findings") == 1


async def test_other_content_is_a_conflict_and_gone_once_it_was_removed(street: Street) -> None:
    patrol_id = await street.patrol()
    finding_id = await street.finding(patrol_id)
    path = f"/patrols/{patrol_id}/findings/{finding_id}"
    assert code_of(await street.put("duiyuan", path, finding_body(facts="另一回事"))) == (409, "conflict")
    await street.delete("duiyuan", path)
    assert code_of(await street.put("duiyuan", path, finding_body(facts="另一回事"))) == (410, "gone")
    same = await street.put("duiyuan", path, finding_body())
    assert (same.status_code, same.json()["removed_at"] is not None) == (200, True)


async def test_other_content_on_a_filed_patrol_says_filed(street: Street) -> None:
    patrol_id = await street.ended()
    finding_id = await street.finding(patrol_id)
    await street.post("duiyuan", f"/patrols/{patrol_id}/filing")
    path = f"/patrols/{patrol_id}/findings/{finding_id}"
    assert code_of(await street.put("duiyuan", path, finding_body(facts="另一回事"))) == (409, "filed")
    assert (await street.put("duiyuan", path, finding_body())).status_code == 200


async def test_the_same_finding_on_another_patrol_is_a_conflict(street: Street) -> None:
    finding_id = await street.finding(await street.patrol())
    other = await street.patrol()
    answer = await street.put("duiyuan", f"/patrols/{other}/findings/{finding_id}", finding_body())
    assert code_of(answer) == (409, "conflict")


async def test_an_id_of_somebody_else_is_a_conflict_without_content(street: Street) -> None:
    patrol_id = await street.patrol()
    finding_id = await street.finding(patrol_id)
    answer = await street.put("minjing", f"/patrols/{patrol_id}/findings/{finding_id}", finding_body())
    assert code_of(answer) == (409, "conflict")
    assert "facts" not in answer.json()


async def test_police_note_what_they_found(street: Street) -> None:
    status, body = await put(street, await street.patrol(), "minjing")
    assert (status, body["created_by"]) == (201, "minjing")


@pytest.mark.parametrize(
    ("who", "expected"), [("lingdao", 403), ("guanli", 403), ("ziran", 404), ("linzhen", 404)]
)
async def test_who_did_not_walk_along_found_nothing(street: Street, who: str, expected: int) -> None:
    assert (await put(street, await street.patrol(), who))[0] == expected


async def test_nothing_found_is_noted_and_not_counted_as_a_finding(street: Street) -> None:
    patrol_id = await street.patrol()
    status, _ = await put(
        street, patrol_id, nothing_found=True, facts="", disposition="none", category="集镇"
    )
    assert status == 201
    assert (await street.get("lingdao", f"/patrols/{patrol_id}")).json()["finding_count"] == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"facts": "  "},
        {"nothing_found": True},
        {"nothing_found": True, "disposition": "none", "ongoing": True},
        {"recheck_on": "2026-11-19"},
        {"position": {"lat": 24.0, "lon": None, "source": "gps"}},
        {"position": {"lat": 24.0, "lon": 102.0, "source": "none"}},
        {"position": {"source": "map"}},
        {"position": {"lat": 91, "lon": 0, "source": "gps"}},
        {"position": {"lat": 24.0, "lon": 102.0, "source": "wifi"}},
        {"category": ""},
        {"category": "长" * 41},
        {"facts": "长" * 5001},
        {"disposition": "arrested"},
        {"party": {"age": "12"}},
        {"ongoing": "yes"},
    ],
)
async def test_what_makes_no_sense_is_refused_and_leaves_no_row(
    street: Street, changes: dict[str, Any]
) -> None:
    status, body = await put(street, await street.patrol(), **changes)
    assert (status, body["code"]) == (400, "invalid")
    assert await count("findings") == 0


async def test_a_future_finding_is_refused_and_a_wrong_clock_is_not(street: Street) -> None:
    patrol_id = await street.patrol()
    status, body = await put(street, patrol_id, found_at=ago(minutes=-6))
    assert (status, body["code"]) == (422, "time_in_future")
    ahead = ago(days=-2)
    path = f"/patrols/{patrol_id}/findings/{uuid4()}"
    answer = await street.put("duiyuan", path, finding_body(found_at=ahead), Liandong_Sent_At=ahead)
    assert (answer.status_code, answer.json()["marks"]) == (201, ["clock_wrong"])


@pytest.mark.parametrize(
    ("accuracy_m", "reason", "marks"),
    [
        (25, None, []),
        (25.1, None, ["position_weak"]),
        (100, None, ["position_weak"]),
        (101, None, ["position_weak", "position_unexplained"]),
        (101, "山沟里没有信号", ["position_weak"]),
    ],
)
async def test_a_weak_position_is_marked_and_never_refused(
    street: Street, accuracy_m: float, reason: str | None, marks: list[str]
) -> None:
    position = {"lat": 24.1, "lon": 102.4, "accuracy_m": accuracy_m, "source": "gps"}
    status, body = await put(street, await street.patrol(), position=position, far_reason=reason)
    assert (status, body["marks"]) == (201, marks)


async def test_what_has_not_started_finds_nothing(street: Street) -> None:
    patrol_id = await street.patrol(started_at=None, planned_from=ago())
    status, body = await put(street, patrol_id)
    assert (status, body["code"]) == (409, "patrol_not_started")


async def test_made_before_the_filing_it_is_kept_and_marked_late(street: Street) -> None:
    patrol_id = await street.filed()
    status, body = await put(street, patrol_id, made_at=ago(minutes=1))
    assert (status, body["late"], body["marks"]) == (201, True, ["late"])
    [addendum] = (await street.get("lingdao", f"/patrols/{patrol_id}")).json()["addenda"]
    assert (addendum["text"], addendum["late"]) == ("第1条发现：占道经营", True)


@pytest.mark.parametrize("made_at", [None, ago(), ago(seconds=-1)])
async def test_made_after_it_it_is_refused(street: Street, made_at: str | None) -> None:
    patrol_id = await street.filed()
    status, body = await put(street, patrol_id, made_at=made_at)
    assert (status, body["code"]) == (409, "filed")


async def test_a_device_whose_clock_is_ahead_is_put_right_before_it_is_judged(street: Street) -> None:
    patrol_id = await street.filed()
    body = finding_body(found_at=ago(hours=-1), made_at=ago(hours=-1))
    path = f"/patrols/{patrol_id}/findings/{uuid4()}"
    answer = await street.put("duiyuan", path, body, Liandong_Sent_At=ago(hours=-2))
    assert (answer.status_code, answer.json()["marks"]) == (201, ["late", "clock_wrong"])


async def test_similar_findings_nearby_are_hinted_at(street: Street) -> None:
    patrol_id = await street.patrol()
    near = await street.finding(patrol_id)
    await street.finding(patrol_id, category="乱堆乱放")
    await street.finding(patrol_id, position={"lat": 24.17, "lon": 102.3904, "source": "gps"})
    position = {"lat": 24.1636, "lon": 102.3904, "source": "gps"}
    _, body = await put(street, patrol_id, position=position)
    assert [hint["id"] for hint in body["similar"]] == [near]
    assert body["similar"][0]["distance_m"] == pytest.approx(33, abs=1)


async def test_hints_show_nothing_one_may_not_see(street: Street) -> None:
    await street.finding(await street.patrol(kind="routine", crew=["duiyuan"]))
    _, body = await put(street, await street.patrol(), "minjing")
    assert body["similar"] == []
