"""Asking: who has it, by when, on which clause, and whom nobody asks."""

from typing import Any
from uuid import uuid4

import pytest

from tests.casework.requests.desks import AFTER, NOTICE, SIX, TOMORROW, WHISTLE, Desks, request_body
from tests.field.street import ago, code_of


async def test_the_station_has_it_with_its_limit_on_both_boards(desks: Desks) -> None:
    request = await desks.asked()
    found = await desks.read("suozhang", request)
    assert (found["side"], found["kind_name"], found["head_count"]) == ("asked", "警力保障", 3)
    [clock] = found["clocks"]
    assert (clock["due"], clock["state"], clock["owed_by"], clock["origin"]) == (
        SIX,
        "running",
        "sfz-pcs",
        "local",
    )
    for who in ("suozhang", "duizhang"):
        board = (await desks.street.get(who, "/deadlines")).json()["items"]
        assert clock["id"] in [each["id"] for each in board]
    assert {who for who, _ in await desks.told(request)} == {"minjing", "suozhang"}


async def test_it_names_the_clause_or_says_that_it_is_agreed_here(desks: Desks) -> None:
    assert "落实必要警力保障" in (await desks.asked())["basis"]["clause"]
    assert (await desks.asked(**WHISTLE, starts_at=None))["basis"] == {"kind": "local", "clause": "本地约定"}


async def test_put_twice_it_is_one_and_other_words_are_a_conflict(desks: Desks) -> None:
    path = f"/requests/{uuid4()}"
    answers = [await desks.street.put("duizhang", path, request_body()) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    other = await desks.street.put("duizhang", path, request_body(title="别的事"))
    assert code_of(other) == (409, "conflict")
    await desks.whole("duizhang", answers[0].json(), "withdrawal", reason="不用了")
    assert code_of(await desks.street.put("duizhang", path, request_body(title="别的事"))) == (410, "gone")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"words": " "}, "words"),
        ({"to": []}, "to"),
        ({"address": None}, "address"),
        ({"starts_at": None}, "starts_at"),
        ({"head_count": None}, "head_count"),
        ({"starts_at": ago()}, "starts_at"),
        ({"due_at": AFTER}, "due_at"),
        ({"due_at": ago()}, "due_at"),
        ({"ends_at": TOMORROW}, "ends_at"),
        ({"signed_by": "贺长风"}, "signed_by"),
        ({"call": {"name": "某", "words": "来"}}, "call"),
        ({"origin": {"kind": "finding", "id": str(uuid4())}}, "origin"),
    ],
)
async def test_what_does_not_hold_is_said_where_it_is(
    desks: Desks, changes: dict[str, Any], field: str
) -> None:
    answer = await desks.put(**changes)
    assert code_of(answer) == (400, "invalid")
    assert field in str(answer.json())


@pytest.mark.parametrize("to", [["cgj"], ["sfz-pcs", "sfz-jj"], ["lz"], ["nowhere"]])
async def test_police_are_asked_of_one_station_or_the_bureau(desks: Desks, to: list[str]) -> None:
    assert code_of(await desks.put(to=to)) == (422, "request_addressee")


async def test_the_bureau_itself_can_be_asked(desks: Desks) -> None:
    request = await desks.asked(to=["gaj"])
    assert (await desks.read("gongan", request))["side"] == "asked"


@pytest.mark.parametrize(
    ("who", "changes", "status"),
    [
        ("xieguan", {}, 403),
        ("suozhang", {}, 403),
        ("xianban", {}, 403),
        ("chengguan", {}, 403),
        ("duizhang", NOTICE, 403),
        ("zhihui", {}, 201),
    ],
)
async def test_the_township_asks_and_a_department_notifies(
    desks: Desks, who: str, changes: dict[str, Any], status: int
) -> None:
    assert (await desks.put(who, **changes)).status_code == status


@pytest.mark.parametrize("who", ["linzhen", "jiaojing", "fazhi", "yingji", "gongan"])
async def test_whom_it_does_not_concern_finds_nothing(desks: Desks, who: str) -> None:
    request = await desks.asked()
    assert code_of(await desks.street.get(who, f"/requests/{request['id']}")) == (404, "not_found")
    assert (await desks.street.get(who, "/requests")).json()["items"] == []


async def test_of_a_whistle_each_body_sees_its_own_part_and_who_else_is_called(desks: Desks) -> None:
    request = await desks.asked(**WHISTLE, starts_at=None)
    await desks.do("chengguan", request, "refusal", unit="cgj", reason="管网归住建部门")
    found = await desks.read("shichang", request)
    assert found["asked"] == ["县城市管理局", "县水利局", "市场监管所"]
    assert [each["unit"]["code"] for each in found["parties"]] == ["sfz-scs"]
    assert len(found["clocks"]) == 1
    assert "管网" not in str(found)
    board = (await desks.street.get("shichang", "/deadlines")).json()["items"]
    assert [each["owed_by"] for each in board if each["rule"] == "request.answer"] == ["sfz-scs"]
