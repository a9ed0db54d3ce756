"""已接警、出警、到场: each responder with their own times; only police reach the state that says police know."""

from typing import Any
from uuid import uuid4

import pytest

from backend.field.assists.bodies import Answer
from backend.field.assists.commands.answering import acknowledge
from backend.foundation.database import row, rows, transaction
from backend.foundation.outbox import Device, Sender
from tests.field.assists.calls import BY_RADIO, Calls
from tests.field.street import NOON, ago, code_of
from tests.rig.meanwhile import meanwhile

NOUNS = ("acknowledgement", "departure", "arrival")


async def test_the_course_of_the_police(calls: Calls) -> None:
    assist, states = await calls.raised(), []
    for noun in NOUNS:
        calls.street.clock.later(seconds=30)
        states.append((await calls.do("minjing", assist, noun))["state"])
    assert states == ["acknowledged", "departed", "arrived"]
    found = await calls.read("duiyuan", assist)
    [responder] = found["responders"]
    assert (responder["name"], responder["police"]) == ("周青岩", True)
    assert responder["acknowledged_at"] == found["acknowledged_at"] == ago(seconds=-30)
    assert responder["arrived_at"] == found["arrived_at"] == ago(seconds=-90)


async def test_a_colleague_who_comes_is_no_police(calls: Calls) -> None:
    assist = await calls.raised()
    found = await calls.do("duizhang", assist, "departure")
    assert (found["state"], found["state_name"]) == ("raised", "同事已响应，还没有人接警")
    assert (found["responded_at"], found["acknowledged_at"]) == (ago(), None)
    assert found["responders"][0]["police"] is False


async def test_where_no_township_is_known_public_security_are_the_police(calls: Calls) -> None:
    assist = await calls.raised("yingji", position=None)
    states = [(await calls.do("gongan", assist, noun))["state"] for noun in NOUNS]
    assert states == ["acknowledged", "departed", "arrived"]
    found = await calls.do("gongan", assist, "resolution")
    assert (found["state"], found["responders"][0]["police"]) == ("resolved", True)


async def test_in_a_township_public_security_come_as_colleagues(calls: Calls) -> None:
    assist = await calls.raised()
    said = {"by": "gongan", "channel": "phone", "words": "知道了"}
    found = await calls.do("zhihui", assist, "acknowledgement", said)
    assert (found["state"], found["responders"][0]["police"]) == ("raised", False)


async def test_who_taps_arrival_first_has_come_in_one_tap(calls: Calls) -> None:
    found = await calls.do("minjing", await calls.raised(), "arrival", {"at": ago()})
    [responder] = found["responders"]
    assert {responder[mark] for mark in ("acknowledged_at", "departed_at", "arrived_at")} == {ago()}


@pytest.mark.parametrize("noun", NOUNS)
async def test_the_same_again_changes_nothing(calls: Calls, noun: str) -> None:
    assist, key = await calls.raised(), uuid4()
    await calls.do("minjing", assist, noun, key=key)
    for again in (key, uuid4(), None):
        answer = await calls.post("minjing", assist, noun, key=again)
        assert (answer.status_code, len(answer.json()["steps"])) == (200, 1)


@pytest.mark.parametrize("noun", [*NOUNS, "resolution"])
async def test_another_township_finds_nothing(calls: Calls, noun: str) -> None:
    answer = await calls.post("linzhen", await calls.raised(), noun)
    assert code_of(answer) == (404, "not_found")


@pytest.mark.parametrize("who", ["xieguan", "lingdao", "ziran", "guanli"])
async def test_others_do_not_answer(calls: Calls, who: str) -> None:
    assert code_of(await calls.post(who, await calls.raised(), "acknowledgement")) == (403, "not_allowed")


async def test_nobody_comes_to_their_own_help(calls: Calls) -> None:
    assist = await calls.raised("duizhang")
    assert code_of(await calls.post("duizhang", assist, "acknowledgement")) == (403, "not_allowed")
    found = await calls.do("duizhang", assist, "acknowledgement", BY_RADIO)
    assert found["state"] == "acknowledged"


async def test_on_behalf_says_by_whom_how_and_in_what_words(calls: Calls) -> None:
    found = await calls.do("zhihui", await calls.raised(), "acknowledgement", BY_RADIO)
    [step] = found["steps"]
    assert (step["by"], step["responder"], step["on_behalf"]) == ("zhihui", "周青岩", True)
    assert (step["channel"], step["words"]) == ("radio", "马上到")
    assert found["responders"][0]["username"] == "minjing"


async def test_on_behalf_of_a_colleague_is_no_police_either(calls: Calls) -> None:
    found = await calls.do("zhihui", await calls.raised(), "acknowledgement", {**BY_RADIO, "by": "duizhang"})
    assert found["state"] == "raised"


async def test_a_name_nobody_knows_is_no_police_until_somebody_says_so(calls: Calls) -> None:
    assist, slip = await calls.raised(), {**BY_RADIO, "by": "minjng"}
    found = await calls.do("zhihui", assist, "departure", slip)
    assert (found["state"], found["acknowledged_at"], found["next_step"]) == ("raised", None, "station")
    found = await calls.do("zhihui", assist, "acknowledgement", {**slip, "police": True})
    assert (found["state"], len(found["responders"])) == ("departed", 1)


async def test_of_a_colleague_only_their_roles_say_that_they_are_police(calls: Calls) -> None:
    said = {**BY_RADIO, "by": "duizhang", "police": True}
    assert (await calls.do("zhihui", await calls.raised(), "arrival", said))["state"] == "raised"
    assert (await calls.do("duizhang", await calls.raised(), "arrival", {"police": True}))[
        "state"
    ] == "raised"


async def test_on_behalf_of_police_without_an_account(calls: Calls) -> None:
    assist = await calls.raised()
    for noun in NOUNS:
        found = await calls.do(
            "zhihui", assist, noun, {**BY_RADIO, "by": "县局值班 老赵", "police": noun == "acknowledgement"}
        )
    assert (found["state"], len(found["responders"])) == ("arrived", 1)
    assert (found["responders"][0]["name"], found["responders"][0]["username"]) == ("县局值班 老赵", None)


async def test_on_behalf_wants_to_know_how_it_was_said(calls: Calls) -> None:
    answer = await calls.post("zhihui", await calls.raised(), "acknowledgement", {"by": "minjing"})
    assert code_of(answer) == (422, "assist_channel_needed")


@pytest.mark.parametrize("by", ["duiyuan"])
async def test_nobody_answers_on_behalf_of_whoever_called(calls: Calls, by: str) -> None:
    answer = await calls.post("zhihui", await calls.raised(), "acknowledgement", {**BY_RADIO, "by": by})
    assert code_of(answer) == (422, "assist_person_unknown")


async def test_several_come_each_with_their_own_times(calls: Calls) -> None:
    assist = await calls.under_way()
    calls.street.clock.later(seconds=20)
    await calls.do("suozhang", assist, "acknowledgement")
    found = await calls.do("duizhang", assist, "arrival")
    assert [each["username"] for each in found["responders"]] == ["minjing", "suozhang", "duizhang"]
    assert [bool(each["departed_at"]) for each in found["responders"]] == [True, False, True]
    assert (found["state"], found["acknowledged_at"]) == ("departed", ago())


async def test_when_all_police_leave_again_the_waiting_begins_anew(calls: Calls) -> None:
    assist = await calls.under_way()
    calls.street.clock.later(seconds=50)
    found = await calls.do("minjing", assist, "withdrawal", {"reason": "车坏了"})
    assert (found["state"], found["next_step"], found["next_at"]) == ("raised", "station", ago(seconds=-110))
    assert found["acknowledged_at"] == ago()  # what happened stays told
    assert (await calls.do("minjing", assist, "departure"))["state"] == "departed"


async def test_while_another_comes_nobody_waits_anew(calls: Calls) -> None:
    assist = await calls.acknowledged()
    await calls.do("suozhang", assist, "departure")
    assert (await calls.do("minjing", assist, "withdrawal"))["state"] == "departed"


async def test_who_never_answered_has_nothing_to_withdraw(calls: Calls) -> None:
    answer = await calls.post("minjing", await calls.raised(), "withdrawal")
    assert code_of(answer) == (409, "assist_not_answered")


async def test_a_handover_holds_until_the_other_has_answered(calls: Calls) -> None:
    assist = await calls.acknowledged()
    found = await calls.do("minjing", assist, "handover", {"to": "suozhang"})
    assert [(each["username"], each["active"]) for each in found["responders"]] == [
        ("minjing", True),
        ("suozhang", False),
    ]
    found = await calls.do("suozhang", assist, "acknowledgement")
    assert {each["username"]: each["active"] for each in found["responders"]} == {
        "minjing": False,
        "suozhang": True,
    }
    assert found["state"] == "acknowledged"


@pytest.mark.parametrize("coming", [False, True])
async def test_handed_over_twice_it_is_handed_over_once(calls: Calls, coming: bool) -> None:
    assist = await calls.acknowledged()
    if coming:
        await calls.do("suozhang", assist, "departure")
    first, again = [await calls.post("minjing", assist, "handover", {"to": "suozhang"}) for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 200), again.text
    assert [step["noun"] for step in again.json()["steps"]].count("handover") == 1
    if coming:  # they left with the first; somebody else is no longer theirs to ask
        other = await calls.post("minjing", assist, "handover", {"to": "jiaojing"})
        assert code_of(other) == (403, "not_allowed")


@pytest.mark.parametrize("to", ["nobody", "xieguan", "duiyuan", "minjing", "linzhen"])
async def test_only_who_answers_calls_can_be_handed_one(calls: Calls, to: str) -> None:
    answer = await calls.post("minjing", await calls.acknowledged(), "handover", {"to": to})
    assert code_of(answer) == (422, "assist_person_unknown")


async def test_only_a_responder_hands_over(calls: Calls) -> None:
    answer = await calls.post("suozhang", await calls.acknowledged(), "handover", {"to": "jiaojing"})
    assert code_of(answer) == (403, "not_allowed")


@pytest.mark.parametrize(
    ("noun", "body"),
    [*((noun, {}) for noun in NOUNS), ("reinforcement", {"text": "再来两人"}), ("remarks", {"text": "散了"})],
)
async def test_nothing_is_answered_once_it_has_ended(calls: Calls, noun: str, body: dict[str, Any]) -> None:
    answer = await calls.post("suozhang", await calls.resolved(), noun, body, key=uuid4())
    assert code_of(answer) == (409, "assist_ended")
    assert answer.json()["state"] == "resolved"


async def test_a_moment_that_has_not_come_is_the_present_one(calls: Calls) -> None:
    found = await calls.do("minjing", await calls.raised(), "acknowledgement", {"at": ago(minutes=-30)})
    assert found["acknowledged_at"] == ago()


@pytest.mark.parametrize("noun", [*NOUNS, "resolution"])
async def test_nothing_was_done_before_the_call_was_made(calls: Calls, noun: str) -> None:
    assist = await calls.raised(at=ago(minutes=5))
    found = await calls.do("minjing", assist, noun, {"at": ago(minutes=50)})
    assert found["steps"][0]["at"] == ago(minutes=5)


async def test_of_two_who_tap_together_both_come_and_the_first_is_named_first(own_calls: Calls) -> None:
    found = await row("SELECT id FROM assists WHERE id = ?", await own_calls.raised())
    assert found is not None
    minjing, suozhang = [
        Sender(await own_calls.street.cast.person(who), Device(), NOON, uuid4())
        for who in ("minjing", "suozhang")
    ]
    async with transaction():
        first = await acknowledge(suozhang, found["id"], Answer())
        other = await meanwhile(acknowledge(minjing, found["id"], Answer(at=NOON)))
    assert (first.status, (await other).status) == (201, 201)
    coming = await rows("SELECT name FROM assist_responses ORDER BY acknowledged_at, name")
    assert {each["name"] for each in coming} == {"白景明", "周青岩"}
    told = await rows("SELECT kind FROM events WHERE record_id = ? ORDER BY seq", found["id"])
    assert [each["kind"] for each in told] == ["assist.raised", "assist.acknowledged", "assist.acknowledged"]
