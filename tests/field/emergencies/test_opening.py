"""Opening an emergency: by whom, from what, who hears of it, who sees it."""

from typing import Any
from uuid import uuid4

import pytest

from tests.field.assists.calls import call_body
from tests.field.emergencies.dealing import Dealing, emergency_body
from tests.field.street import ago, code_of


async def test_it_is_there_with_its_first_entry_and_whoever_was_called(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    found = await dealing.read("duiyuan", emergency)
    assert (found["state"], found["title"], found["address"]) == ("open", "围堵阻碍执法", "农贸市场北门")
    [entry] = found["entries"]
    assert (entry["number"], entry["text"], entry["at"]) == (1, "三十人围住执法人员", ago(minutes=10))
    [member] = found["people"]
    assert (member["officer"], member["state"], member["asked_at"]) == ("duiyuan", "asked", ago())


async def test_those_who_direct_hear_of_it_and_whoever_is_wanted_there(dealing: Dealing) -> None:
    told = await dealing.told(await dealing.opened())
    assert ("duiyuan", "请你到场：围堵阻碍执法", True, False) in told
    others = {who for who, title, _, _ in told if title == "突发事件处置：围堵阻碍执法"}
    assert {"duizhang", "suozhang", "lingdao", "zhenzhang"} <= others
    assert others.isdisjoint({"zhihui", "duiyuan", "neiqin", "linzhen"})


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("zhihui", 201),
        ("duizhang", 201),
        ("lingdao", 201),
        ("suozhang", 403),
        ("duiyuan", 403),
        ("dangban", 403),
    ],
)
async def test_dispatcher_captain_and_leaders_open_one(dealing: Dealing, who: str, status: int) -> None:
    assert (await dealing.put(who, people=None)).status_code == status


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("lingdao", 200),
        ("duizhang", 200),
        ("suozhang", 200),
        ("duiyuan", 200),
        ("neiqin", 404),
        ("minjing", 404),
        ("linzhen", 404),
    ],
)
async def test_only_those_who_direct_and_those_called_in_see_it(
    dealing: Dealing, who: str, status: int
) -> None:
    emergency = await dealing.opened()
    assert (await dealing.street.get(who, f"/emergencies/{emergency}")).status_code == status
    assert (await dealing.street.page(who, f"/emergencies/{emergency}")).status_code == status
    listed = (await dealing.street.get(who, "/emergencies?state=open")).json()["items"]
    assert ([each["id"] for each in listed] == [emergency]) is (status == 200)


async def test_put_twice_it_is_one_and_other_words_are_a_conflict(dealing: Dealing) -> None:
    path, body = f"/emergencies/{uuid4()}", emergency_body()
    answers = [await dealing.street.put("zhihui", path, body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert len(answers[1].json()["entries"]) == 1
    other = await dealing.street.put("zhihui", path, emergency_body(category="人群聚集"))
    assert code_of(other) == (409, "conflict")


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"category": " "}, "invalid", "category"),
        ({"people": ["linzhen"]}, "invalid", "people"),
        ({"people": ["guanli"]}, "invalid", "people"),
        ({"origin": {"kind": "finding", "id": str(uuid4())}}, "invalid", "origin"),
        ({"position": {"source": "gps", "lat": 24.1}}, "invalid", "position"),
        ({"happened_at": ago(minutes=-6)}, "time_in_future", "happened_at"),
    ],
)
async def test_what_does_not_hold_is_said_where_it_is(
    dealing: Dealing, changes: dict[str, Any], code: str, field: str
) -> None:
    answer = await dealing.put(**changes)
    assert answer.json()["code"] == code
    assert field in str(answer.json())


async def test_out_of_a_call_it_begins_with_it_and_the_call_shows_it(dealing: Dealing) -> None:
    call = str(uuid4())
    await dealing.street.put("duiyuan", f"/assists/{call}", call_body())
    page = (await dealing.street.page("zhihui", f"/emergencies/new?kind=assist&origin={call}")).text
    assert f'value="{call}"' in page
    emergency = await dealing.opened(origin={"kind": "assist", "id": call})
    assert [each["id"] for each in (await dealing.read("zhihui", emergency))["links"]] == [call]
    followed = (await dealing.street.get("zhihui", f"/assists/{call}")).json()
    assert emergency in str(followed)


async def test_out_of_a_drill_it_is_one_and_says_so_everywhere(dealing: Dealing) -> None:
    call = str(uuid4())
    await dealing.street.put("duiyuan", f"/assists/{call}", call_body(exercise=True))
    emergency = await dealing.opened(origin={"kind": "assist", "id": call})
    assert (await dealing.read("zhihui", emergency))["title"] == "演练：围堵阻碍执法"
    assert {exercise for *_, exercise in await dealing.told(emergency)} == {True}
    assert "【演练】" in (await dealing.street.page("zhihui", f"/emergencies/{emergency}/timeline")).text


async def test_what_is_real_cannot_be_called_a_drill(dealing: Dealing) -> None:
    finding = await dealing.street.finding(await dealing.street.patrol())
    answer = await dealing.put(origin={"kind": "finding", "id": finding}, exercise=True)
    assert (code_of(answer), "exercise" in answer.text) == ((400, "invalid"), True)


async def test_it_is_found_by_its_words(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    for words, found in (("北门", [emergency]), ("火灾", [])):
        listed = (await dealing.street.get("zhihui", f"/emergencies?q={words}")).json()["items"]
        assert [each["id"] for each in listed] == found
