"""通报: one act, and the competent body has it."""

from typing import Any
from uuid import uuid4

import pytest

from backend.demo.organisation import unit_id
from backend.foundation.database import row
from tests.casework.hazards.desks import Desks, hazard_body
from tests.field.photos import PICTURE, photo_of
from tests.field.street import ago, code_of, finding_body


async def test_the_told_body_sees_it_at_once(desks: Desks) -> None:
    hazard = await desks.told()
    listed = (await desks.street.get("yingji", "/hazards")).json()["items"]
    assert [(each["id"], each["side"], each["state"]) for each in listed] == [(hazard, "addressee", "told")]


async def test_a_body_whose_people_cannot_sign_in_has_to_be_called(desks: Desks) -> None:
    hazard = await desks.told()
    assert "没有账号" not in (await desks.street.page("duiyuan", f"/hazards/{hazard}")).text
    await row("UPDATE officers SET password_hash = '' WHERE unit = ? RETURNING id", unit_id("yjj"))
    assert "县应急管理局没有账号" in (await desks.street.page("duiyuan", f"/hazards/{hazard}")).text
    assert "要打电话的：县水利局、县应急管理局" in (await desks.street.page("duiyuan", "/hazards/new")).text


async def test_what_was_told_reads_the_same_on_both_sides(desks: Desks) -> None:
    hazard = await desks.told()
    there, here = await desks.read("yingji", hazard), await desks.read("duiyuan", hazard)
    for field in (
        "category",
        "endangers",
        "facts",
        "address",
        "position",
        "found_at",
        "told_at",
        "created_by_name",
    ):
        assert there[field] == here[field]


async def test_the_told_body_reads_only_its_own_fields(desks: Desks) -> None:
    patrol = await desks.street.patrol()
    finding = await desks.street.finding(patrol)
    hazard = await desks.told(origin={"kind": "finding", "id": finding})
    assert (await desks.read("duiyuan", hazard))["origin"]["id"] == finding
    assert not {"origin", "report"} & set(await desks.read("yingji", hazard))


@pytest.mark.parametrize("who", ["chengguan", "linzhen", "shichang", "xianban", "minjing"])
async def test_a_stranger_does_not_find_it(desks: Desks, who: str) -> None:
    hazard = await desks.told()
    assert code_of(await desks.street.get(who, f"/hazards/{hazard}")) == (404, "not_found")
    assert (await desks.street.get(who, "/hazards")).json()["items"] == []


@pytest.mark.parametrize("who", ["guanli", "jiancha", "fayuan"])
async def test_those_without_any_part_in_it_are_refused(desks: Desks, who: str) -> None:
    hazard = await desks.told()
    assert code_of(await desks.street.get(who, f"/hazards/{hazard}")) == (403, "not_allowed")


@pytest.mark.parametrize("who", ["duizhang", "lingdao", "dangban", "zhihui", "xieguan"])
async def test_the_whole_team_and_its_leaders_read_it(desks: Desks, who: str) -> None:
    assert (await desks.read(who, await desks.told()))["side"] == "sender"


async def test_the_station_that_told_it_reads_it_and_its_neighbours_do_not(desks: Desks) -> None:
    hazard = await desks.told("minjing", to_unit="cgj")
    assert (await desks.read("suozhang", hazard))["side"] == "sender"
    assert code_of(await desks.street.get("ziran", f"/hazards/{hazard}")) == (404, "not_found")


async def test_a_stationed_office_can_be_told(desks: Desks) -> None:
    hazard = await desks.told(to_unit="sfz-scs")
    assert (await desks.read("shichang", hazard))["side"] == "addressee"


@pytest.mark.parametrize("code", ["sfz", "sfz-zfd", "sfz-dzb", "sfz-dw", "xf", "jcy", "fy", "lz", "nirgends"])
async def test_a_body_that_answers_for_no_danger_is_refused(desks: Desks, code: str) -> None:
    answer = await desks.street.put("duiyuan", f"/hazards/{uuid4()}", hazard_body(to_unit=code))
    assert code_of(answer) == (422, "hazard_addressee")


async def test_nobody_tells_their_own_unit(desks: Desks) -> None:
    answer = await desks.street.put("shichang", f"/hazards/{uuid4()}", hazard_body(to_unit="sfz-scs"))
    assert code_of(answer) == (422, "hazard_addressee")


@pytest.mark.parametrize("who", ["yingji", "guanli", "lingdao"])
async def test_only_those_on_the_street_and_the_dispatcher_tell(desks: Desks, who: str) -> None:
    answer = await desks.street.put(who, f"/hazards/{uuid4()}", hazard_body())
    assert code_of(answer) == (403, "not_allowed")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"facts": "  "}, "facts"),
        ({"endangers": []}, "endangers"),
        ({"endangers": [" "]}, "endangers"),
        ({"category": " "}, "category"),
        ({"position": {"source": "gps"}}, "position"),
        ({"position": {"source": "none", "lat": 24.1, "lon": 102.3}}, "position"),
        ({"origin": {"kind": "finding", "id": str(uuid4())}}, "origin"),
        ({"origin": {"kind": "moon", "id": str(uuid4())}}, "origin"),
    ],
)
async def test_what_makes_no_sense_is_refused_with_its_field(
    desks: Desks, change: dict[str, Any], field: str
) -> None:
    answer = await desks.street.put("duiyuan", f"/hazards/{uuid4()}", hazard_body(**change))
    assert code_of(answer) == (400, "invalid")
    assert field in answer.json()["fields"]


async def test_a_danger_found_in_the_future_is_refused(desks: Desks) -> None:
    answer = await desks.street.put("duiyuan", f"/hazards/{uuid4()}", hazard_body(found_at=ago(minutes=-6)))
    assert code_of(answer) == (422, "time_in_future")


async def test_a_wrong_device_clock_is_kept_and_never_refused(desks: Desks) -> None:
    answer = await desks.street.put(
        "duiyuan", f"/hazards/{uuid4()}", hazard_body(found_at=ago(days=-3)), Liandong_Sent_At=ago(days=-3)
    )
    assert answer.status_code == 201


async def test_another_persons_finding_of_another_township_is_no_origin(desks: Desks) -> None:
    patrol = await desks.street.patrol("linzhen", kind="routine", crew=["linzhen"])
    finding = str(uuid4())
    await desks.street.put("linzhen", f"/patrols/{patrol}/findings/{finding}", finding_body())
    body = hazard_body(origin={"kind": "finding", "id": finding})
    assert code_of(await desks.street.put("duiyuan", f"/hazards/{uuid4()}", body)) == (400, "invalid")


async def test_sent_twice_it_is_there_once(desks: Desks) -> None:
    hazard, body = str(uuid4()), hazard_body()
    first = await desks.street.put("duiyuan", f"/hazards/{hazard}", body)
    second = await desks.street.put("duiyuan", f"/hazards/{hazard}", body)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["receipt"] == second.json()["receipt"]


async def test_other_content_under_its_id_is_a_conflict_and_after_a_withdrawal_gone(desks: Desks) -> None:
    hazard = await desks.told()
    other = hazard_body(facts="另一处")
    assert code_of(await desks.street.put("duiyuan", f"/hazards/{hazard}", other)) == (409, "conflict")
    await desks.do("duiyuan", hazard, "withdrawal", {"reason": "看错了"})
    assert code_of(await desks.street.put("duiyuan", f"/hazards/{hazard}", other)) == (410, "gone")
    assert code_of(await desks.street.put("duizhang", f"/hazards/{hazard}", other)) == (409, "conflict")


async def test_the_event_lies_in_the_townships_chain(desks: Desks) -> None:
    hazard = await desks.told()
    event = await row(
        "SELECT e.kind, t.code FROM events e JOIN townships t ON t.id = e.chain WHERE e.record_id = ?", hazard
    )
    assert event == {"kind": "hazard.told", "code": "sfz"}


async def test_it_is_found_by_two_characters_of_what_where_and_whom(desks: Desks) -> None:
    hazard = await desks.told()
    for words in ("燃气", "振兴街", "应急", "后厨", "居民"):
        found = (await desks.street.get("yingji", f"/hazards?q={words}")).json()["items"]
        assert [each["id"] for each in found] == [hazard]
    assert (await desks.street.get("yingji", "/hazards?q=鱼塘")).json()["items"] == []


async def test_the_list_goes_on_without_a_gap(desks: Desks) -> None:
    told = []
    for _ in range(5):
        told.append(await desks.told())
        desks.street.clock.later(seconds=1)
    first = (await desks.street.get("duiyuan", "/hazards?limit=3")).json()
    rest = (await desks.street.get("duiyuan", f"/hazards?limit=3&cursor={first['next']}")).json()
    assert [each["id"] for each in first["items"] + rest["items"]] == list(reversed(told))
    assert rest["next"] is None


async def test_the_list_is_narrowed_by_state(desks: Desks) -> None:
    waiting, sent = await desks.told(), await desks.sent()
    for state, expected in (
        ("waiting", {waiting}),
        ("open", {waiting, sent}),
        ("ended", set()),
        ("departed", {sent}),
    ):
        found = (await desks.street.get("duiyuan", f"/hazards?state={state}")).json()["items"]
        assert {each["id"] for each in found} == expected
    assert code_of(await desks.street.get("duiyuan", "/hazards?state=lost")) == (400, "invalid")


async def test_photos_of_the_finding_go_along_and_are_seen_through_the_hazard_alone(desks: Desks) -> None:
    street = desks.street
    finding = await street.finding(await street.patrol())
    photo = await photo_of(desks.street, "finding", finding)
    hazard = await desks.told(origin={"kind": "finding", "id": finding}, photos=[photo])
    address = f"/hazards/{hazard}/photos/{photo}/content"
    assert (await desks.read("yingji", hazard))["photos"][0]["content"] == f"/api/v1{address}"
    there = await street.get("yingji", address)
    assert (there.status_code, there.content) == (200, PICTURE)
    for path in (f"/photos/{photo}", f"/photos/{photo}/content"):
        assert (await street.get("yingji", path)).status_code == 404
    for who in ("chengguan", "linzhen"):
        assert (await street.get(who, address)).status_code == 404


async def test_a_photo_that_was_not_brought_is_not_seen_through_it(desks: Desks) -> None:
    finding = await desks.street.finding(await desks.street.patrol())
    photo = await photo_of(desks.street, "finding", finding)
    hazard = await desks.told(origin={"kind": "finding", "id": finding})
    assert (await desks.street.get("yingji", f"/hazards/{hazard}/photos/{photo}/content")).status_code == 404


async def test_nobody_brings_a_photo_they_may_not_see(desks: Desks) -> None:
    patrol = await desks.street.patrol("linzhen", kind="routine", crew=["linzhen"])
    photo = await photo_of(desks.street, "finding", await desks.street.finding(patrol, "linzhen"), "linzhen")
    answer = await desks.street.put("duiyuan", f"/hazards/{uuid4()}", hazard_body(photos=[photo]))
    assert code_of(answer) == (400, "invalid")
    assert list(answer.json()["fields"]) == ["photos"]
