"""The told body's answer: signed for, people sent, arrived, measures, result, refused."""

from typing import Any
from uuid import uuid4

import pytest

from tests.casework.hazards.desks import ON_BEHALF, Desks
from tests.field.street import ago, code_of

SENT = {"people": "监察一组 顾工等", "head_count": 3}
ITS_OWN: list[tuple[str, dict[str, Any]]] = [
    ("receipt", {}),
    ("departure", SENT),
    ("refusal", {"reason": "不归本局管"}),
    ("measures", {"text": "责成停用"}),
    ("result", {"text": "气瓶已搬走"}),
]


async def test_people_sent_are_recorded_with_who_how_many_and_when(desks: Desks) -> None:
    hazard = await desks.told()
    found = await desks.do("yingji", hazard, "departure", {**SENT, "at": ago(minutes=2)})
    step = found["steps"][-1]
    assert (found["state"], step["people"], step["head_count"]) == ("departed", "监察一组 顾工等", 3)
    assert step["at"] == ago(minutes=2)
    assert step["by"] == {"name": "邵凌霄", "position": "县应急管理局联络人", "unit": "县应急管理局"}


async def test_the_course_from_receipt_to_closure(desks: Desks) -> None:
    hazard = await desks.told()
    states = [(await desks.do("yingji", hazard, "receipt"))["state"]]
    for noun, body in (("departure", SENT), ("arrival", {}), ("result", {"text": "气瓶已搬走"})):
        states.append((await desks.do("yingji", hazard, noun, body))["state"])
    states.append((await desks.do("duiyuan", hazard, "closure", {"text": "现场核实已消除"}))["state"])
    assert states == ["received", "departed", "arrived", "result", "closed"]


async def test_a_receipt_is_no_answer(desks: Desks) -> None:
    hazard = await desks.told()
    found = await desks.do("yingji", hazard, "receipt")
    assert found["answer"]["answered_at"] is None
    assert found["answer"]["state"] == "running"


@pytest.mark.parametrize(("noun", "body"), ITS_OWN[1:])
async def test_everything_else_is_one(desks: Desks, noun: str, body: dict[str, Any]) -> None:
    hazard = await desks.told()
    assert (await desks.do("yingji", hazard, noun, body))["answer"]["state"] == "met"


@pytest.mark.parametrize(("noun", "body"), [*ITS_OWN, ("arrival", {})])
async def test_the_same_again_changes_nothing(desks: Desks, noun: str, body: dict[str, Any]) -> None:
    hazard = await (desks.sent() if noun == "arrival" else desks.told())
    key = uuid4()
    await desks.do("yingji", hazard, noun, body, key=key)
    again = await desks.post("yingji", hazard, noun, body, key=key)
    assert again.status_code == 200
    assert [step["noun"] for step in again.json()["steps"]].count(noun) == 1


@pytest.mark.parametrize(("noun", "body"), [*ITS_OWN[:3], ITS_OWN[4]])
async def test_asked_for_anew_it_is_still_done_once(desks: Desks, noun: str, body: dict[str, Any]) -> None:
    hazard = await desks.told()
    await desks.do("yingji", hazard, noun, body)
    again = await desks.post("yingji", hazard, noun, body, key=uuid4())
    assert again.status_code == 200
    assert [step["noun"] for step in again.json()["steps"]].count(noun) == 1


@pytest.mark.parametrize(("noun", "body"), [*ITS_OWN, ("arrival", {})])
async def test_a_stranger_finds_nothing_to_answer(desks: Desks, noun: str, body: dict[str, Any]) -> None:
    hazard = await desks.sent()
    assert code_of(await desks.post("chengguan", hazard, noun, body, key=uuid4())) == (404, "not_found")


@pytest.mark.parametrize(("noun", "body"), ITS_OWN)
async def test_the_sender_speaks_for_nobody_without_saying_so(
    desks: Desks, noun: str, body: dict[str, Any]
) -> None:
    hazard = await desks.told()
    answer = await desks.post("duiyuan", hazard, noun, body, key=uuid4())
    assert code_of(answer) == (422, "on_behalf_needed")


@pytest.mark.parametrize(("noun", "body"), ITS_OWN)
async def test_the_told_body_speaks_for_itself(desks: Desks, noun: str, body: dict[str, Any]) -> None:
    hazard = await desks.told()
    answer = await desks.post("yingji", hazard, noun, {**body, "on_behalf": ON_BEHALF}, key=uuid4())
    assert code_of(answer) == (422, "on_behalf_of_oneself")


async def test_nobody_arrives_who_was_not_sent(desks: Desks) -> None:
    hazard = await desks.told()
    assert code_of(await desks.post("yingji", hazard, "arrival")) == (409, "hazard_state")


async def test_nobody_arrives_before_leaving(desks: Desks) -> None:
    hazard = await desks.told()
    await desks.do("yingji", hazard, "departure", {**SENT, "at": ago(minutes=2)})
    answer = await desks.post("yingji", hazard, "arrival", {"at": ago(minutes=2, seconds=1)})
    assert code_of(answer) == (422, "times_crossed")
    assert (await desks.post("yingji", hazard, "arrival", {"at": ago(minutes=2)})).status_code == 201


async def test_nobody_answers_before_the_danger_was_found_or_in_the_future(desks: Desks) -> None:
    hazard = await desks.told()
    early = await desks.post("yingji", hazard, "departure", {**SENT, "at": ago(minutes=5, seconds=1)})
    assert code_of(early) == (422, "times_crossed")
    late = await desks.post("yingji", hazard, "departure", {**SENT, "at": ago(minutes=-6)})
    assert code_of(late) == (422, "time_in_future")


async def test_whoever_left_cannot_refuse_any_more(desks: Desks) -> None:
    hazard = await desks.sent()
    assert code_of(await desks.post("yingji", hazard, "refusal", {})) == (409, "hazard_state")


async def test_who_refused_may_still_send_people(desks: Desks) -> None:
    hazard = await desks.refused()
    assert (await desks.do("yingji", hazard, "departure", SENT))["state"] == "departed"


async def test_a_reason_given_afterwards_is_added(desks: Desks) -> None:
    hazard = await desks.refused()
    found = await desks.do("yingji", hazard, "refusal", {"reason": "属住建部门职责"})
    assert [step["reason"] for step in found["steps"]] == ["", "属住建部门职责"]


async def test_measures_may_be_said_more_than_once_and_need_a_key(desks: Desks) -> None:
    hazard = await desks.told()
    assert code_of(await desks.post("yingji", hazard, "measures", {"text": "停用"})) == (
        400,
        "idempotency_key_missing",
    )
    for text in ("停用气瓶", "限期改造厨房"):
        found = await desks.do("yingji", hazard, "measures", {"text": text})
    assert [step["text"] for step in found["steps"]] == ["停用气瓶", "限期改造厨房"]
    assert found["state"] == "measures"


async def test_measures_on_the_spot_do_not_call_people_back(desks: Desks) -> None:
    hazard = await desks.sent()
    assert (await desks.do("yingji", hazard, "measures", {"text": "停用"}))["state"] == "departed"


@pytest.mark.parametrize(
    ("noun", "body", "field"),
    [
        ("departure", {"people": " "}, "people"),
        ("measures", {"text": " "}, "text"),
        ("result", {"text": "\n"}, "text"),
    ],
)
async def test_an_empty_answer_is_refused(desks: Desks, noun: str, body: dict[str, Any], field: str) -> None:
    hazard = await desks.told()
    answer = await desks.post("yingji", hazard, noun, body, key=uuid4())
    assert code_of(answer) == (400, "invalid")
    assert list(answer.json()["fields"]) == [field]


@pytest.mark.parametrize("ending", ["closure", "withdrawal"])
@pytest.mark.parametrize(("noun", "body"), ITS_OWN[1:4])
async def test_what_has_ended_takes_no_answer(
    desks: Desks, ending: str, noun: str, body: dict[str, Any]
) -> None:
    hazard = await desks.told()
    await desks.do(
        "duiyuan", hazard, ending, {"text": "已消除"} if ending == "closure" else {"reason": "看错"}
    )
    answer = await desks.post("yingji", hazard, noun, body, key=uuid4())
    assert code_of(answer) == (409, "hazard_state")
