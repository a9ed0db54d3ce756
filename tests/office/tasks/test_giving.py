"""Giving a task: to whom, from what, until when; handing it on."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.foundation.journal import timeline
from tests.field.assists.calls import call_body
from tests.field.street import ago, code_of
from tests.office.tasks.giving import SIX, Giving, task_body


async def test_whoever_it_is_given_to_has_it_with_its_limit_on_the_board(giving: Giving) -> None:
    task = await giving.given()
    found = await giving.read("duiyuan", task)
    assert (found["state"], found["officer"], found["unit"]["code"]) == ("given", "duiyuan", "sfz-zfd")
    [clock] = found["clocks"]
    assert (clock["due"], clock["state"], clock["owed_by"], clock["responsible"]) == (
        SIX,
        "running",
        "sfz-zfd",
        "duiyuan",
    )
    assert clock["says"] == "派单起6小时内办完并报告"
    board = (await giving.street.get("duiyuan", "/deadlines")).json()["items"]
    assert clock["id"] in [each["id"] for each in board]


async def test_put_twice_it_is_one_and_other_words_are_a_conflict(giving: Giving) -> None:
    task, body = str(uuid4()), task_body()
    answers = [await giving.street.put("duizhang", f"/tasks/{task}", body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    other = await giving.street.put("duizhang", f"/tasks/{task}", task_body(title="别的事"))
    assert code_of(other) == (409, "conflict")
    await giving.do("duizhang", task, "withdrawal", reason="不用了")
    assert code_of(await giving.street.put("duizhang", f"/tasks/{task}", task_body(title="别的事"))) == (
        410,
        "gone",
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"officer": None}, "unit"),
        ({"officer": "linzhen"}, "officer"),
        ({"unit": "sfz-pcs"}, "officer"),
        ({"officer": "lingdao"}, "officer"),
        ({"officer": None, "unit": "lz"}, "unit"),
        ({"due_at": ago()}, "due_at"),
        ({"due_at": ago(days=-367)}, "due_at"),
        ({"origin": {"kind": "finding", "id": str(uuid4())}}, "origin"),
        ({"position": {"source": "gps", "lat": 24.1}}, "position"),
    ],
)
async def test_what_does_not_hold_is_said_where_it_is(
    giving: Giving, changes: dict[str, Any], field: str
) -> None:
    answer = await giving.put(**changes)
    assert code_of(answer) == (400, "invalid")
    assert field in str(answer.json())


@pytest.mark.parametrize(("due", "status"), [(ago(minutes=-1), 201), (ago(seconds=-59), 400)])
async def test_there_is_at_least_a_minute(giving: Giving, due: str, status: int) -> None:
    assert (await giving.put(due_at=due)).status_code == status


@pytest.mark.parametrize(
    ("who", "to", "status"),
    [
        ("duizhang", {"officer": "minjing"}, 403),
        ("suozhang", {"officer": "minjing"}, 201),
        ("suozhang", {"officer": "duiyuan"}, 403),
        ("zhihui", {"unit": "sfz-pcs", "officer": None}, 201),
        ("dangban", {"officer": "ziran"}, 201),
        ("lingdao", {"officer": "duizhang"}, 201),
        ("duiyuan", {"officer": "duiyuan"}, 403),
    ],
)
async def test_a_chief_gives_to_the_own_unit_and_who_runs_the_township_to_all(
    giving: Giving, who: str, to: dict[str, Any], status: int
) -> None:
    assert (await giving.put(who, **to)).status_code == status


async def test_a_unit_on_duty_hears_of_it_and_its_chief(giving: Giving) -> None:
    await giving.street.post("minjing", "/duty/presence")
    task = await giving.given("zhihui", officer=None, unit="sfz-pcs", urgent=True)
    told = await giving.told(task)
    assert {(title, urgent) for _, title, urgent in told} == {("派单：清理河堤堆料", True)}
    assert {who for who, _, _ in told} == {"minjing", "suozhang"}


async def test_it_comes_from_any_record_and_stands_on_that_record(giving: Giving) -> None:
    finding = await giving.street.finding(await giving.street.patrol())
    task = await giving.given(origin={"kind": "finding", "id": finding})
    assert (await giving.read("duizhang", task))["origin"]["id"] == finding
    page = await giving.street.page("duizhang", f"/tasks/from?kind=finding&origin={finding}")
    assert f"/tasks/{task}" in page.text


async def test_whoever_does_not_see_the_record_sees_no_way_there(giving: Giving) -> None:
    finding = await giving.street.finding(await giving.street.patrol(kind="routine", crew=["duiyuan"]))
    task = await giving.given("zhihui", officer="minjing", origin={"kind": "finding", "id": finding})
    assert (await giving.read("minjing", task))["origin"] is None


async def test_out_of_a_drill_it_is_marked_and_has_no_limit(giving: Giving) -> None:
    call = str(uuid4())
    await giving.street.put("duiyuan", f"/assists/{call}", call_body(exercise=True))
    task = await giving.given(origin={"kind": "assist", "id": call})
    found = await giving.read("duiyuan", task)
    assert (found["exercise"], found["clocks"]) == (True, [])


async def test_handed_on_the_limit_goes_along_and_the_other_may_no_more(giving: Giving) -> None:
    task = await giving.given()
    await giving.do("duiyuan", task, "acceptance")
    found = await giving.do("duizhang", task, "assignment", officer="duiyuan2")
    assert (found["state"], found["officer"], found["accepted_at"]) == ("given", "duiyuan2", None)
    [clock] = found["clocks"]
    assert (clock["due"], clock["responsible"], clock["state"]) == (SIX, "duiyuan2", "running")
    assert code_of(await giving.post("duiyuan", task, "report", {"text": "好了"})) == (403, "not_allowed")


async def test_a_chief_hands_on_within_the_unit_only(giving: Giving) -> None:
    task = await giving.given("zhihui", officer=None, unit="sfz-zfd")
    assert (await giving.post("duizhang", task, "assignment", {"officer": "minjing"})).status_code == 403
    await giving.do("duizhang", task, "assignment", officer="duiyuan")
    assert (await giving.post("duiyuan", task, "assignment", {"officer": "duiyuan2"})).status_code == 403


async def test_handed_on_after_its_limit_it_needs_another_one(giving: Giving) -> None:
    task = await giving.given()
    await giving.do("duiyuan", task, "return", reason="不归我们管")
    giving.street.clock.later(hours=7)
    late = await giving.post("duizhang", task, "assignment", {"officer": "duiyuan2"})
    assert (late.status_code, "due_at" in late.text) == (400, True)
    found = await giving.do("duizhang", task, "assignment", officer="duiyuan2", due_at=ago(hours=-9))
    assert [clock["state"] for clock in found["clocks"]] == ["cancelled", "running"]
    assert found["clocks"][1]["due"] == ago(hours=-9)


async def test_another_limit_while_it_is_under_way_moves_the_clock(giving: Giving) -> None:
    task = await giving.given()
    found = await giving.do("duizhang", task, "assignment", officer="duiyuan", due_at=ago(hours=-2))
    assert [clock["due"] for clock in found["clocks"]] == [ago(hours=-2)]
    assert [each.kind for each in await timeline("task", UUID(task))] == [
        "clock.started",
        "task.given",
        "clock.moved",
        "task.assignment",
    ]
