"""处置完毕、撤回、误报; what came of it, and the records that follow."""

from typing import Any
from uuid import uuid4

import pytest

from backend.foundation.database import rows
from tests.field.assists.calls import MARKET, Calls
from tests.field.forms import forms
from tests.field.street import ago, code_of

CANCELLED = ("cancellation", {"reason": "对方走了"}, "cancelled")
FALSE = ("cancellation", {"reason": "误触", "false_alarm": True}, "false_alarm")
RESOLVED = ("resolution", {"note": "带离两人"}, "resolved")
ENDINGS: list[tuple[str, dict[str, Any], str]] = [CANCELLED, FALSE, RESOLVED]


@pytest.mark.parametrize(("noun", "body", "state"), ENDINGS)
async def test_it_ends_as_was_said_and_once(
    calls: Calls, noun: str, body: dict[str, Any], state: str
) -> None:
    assist = await calls.under_way()
    found = await calls.do("minjing", assist, noun, body)
    assert (found["state"], found["ended_at"], found["next_at"]) == (state, ago(), None)
    assert found["end_reason"] == (body.get("reason") or body["note"])
    again = await calls.post("minjing", assist, noun, body)
    assert (again.status_code, len(again.json()["steps"])) == (200, 3)


@pytest.mark.parametrize(("noun", "body", "state"), ENDINGS)
async def test_in_another_way_it_does_not_end_again(
    calls: Calls, noun: str, body: dict[str, Any], state: str
) -> None:
    assist = await calls.under_way()
    await calls.do("minjing", assist, noun, body)
    for other_noun, other_body, other in ENDINGS:
        if other != state:
            answer = await calls.post("minjing", assist, other_noun, other_body)
            assert code_of(answer) == (409, "assist_ended")


@pytest.mark.parametrize("who", ["duiyuan", "minjing", "suozhang", "zhihui", "duizhang"])
async def test_whoever_called_or_answers_for_calls_ends_it(calls: Calls, who: str) -> None:
    await calls.do(who, await calls.raised(), "cancellation", {"note": "对方走了"})


@pytest.mark.parametrize("who", ["duiyuan2", "xieguan", "neiqin", "lingdao"])
async def test_others_who_see_it_do_not(calls: Calls, who: str) -> None:
    answer = await calls.post(who, await calls.raised(), "cancellation", {"reason": "对方走了"})
    assert code_of(answer) == (403, "not_allowed")


async def test_a_colleague_who_came_may_end_it(calls: Calls) -> None:
    assist = await calls.raised()
    await calls.do("duiyuan2", assist, "arrival")
    assert (await calls.do("duiyuan2", assist, "resolution"))["state"] == "resolved"


@pytest.mark.parametrize("body", [{}, {"reason": " "}])
async def test_nobody_takes_it_back_without_a_reason(calls: Calls, body: dict[str, str]) -> None:
    answer = await calls.post("duiyuan", await calls.raised(), "cancellation", body)
    assert code_of(answer) == (422, "assist_reason_needed")


async def test_the_outcome_is_told_before_or_after_the_end_and_grows(calls: Calls) -> None:
    assist = await calls.resolved()
    await calls.do("minjing", assist, "outcome", {"evidence": "执法记录仪两段", "dispersed": 12})
    found = await calls.do("duiyuan", assist, "outcome", {"injured": 0, "text": "批评教育后离开"})
    assert {name: found["outcome"][name] for name in ("evidence", "dispersed", "injured", "text")} == {
        "evidence": "执法记录仪两段",
        "dispersed": 12,
        "injured": 0,
        "text": "批评教育后离开",
    }
    same = await calls.post("duiyuan", assist, "outcome", {"injured": 0})
    assert same.status_code == 200


async def test_what_was_told_by_mistake_is_taken_out_again(calls: Calls) -> None:
    assist = await calls.resolved()
    await calls.do("minjing", assist, "outcome", {"evidence": "执法记录仪两段", "text": "带离询问"})
    shown = (await calls.street.page("minjing", f"/assists/{assist}")).text
    told = shown.partition('id="outcome-form"')[2].partition("</form>")[0]
    assert told.count('data-empty="text"') == 2
    [form] = [form for form in forms(shown) if form.id == "outcome-form"]
    assert form.before | {"evidence": "执法记录仪两段", "text": "带离询问"} == form.before
    found = await calls.do("minjing", assist, "outcome", {"text": ""})
    assert (found["outcome"]["text"], found["outcome"]["evidence"]) == ("", "执法记录仪两段")


async def test_a_number_is_taken_out_by_null_and_stays_where_it_is_left_out(calls: Calls) -> None:
    assist = await calls.resolved()
    await calls.do("minjing", assist, "outcome", {"injured": 3, "dispersed": 12})
    found = await calls.do("minjing", assist, "outcome", {"injured": None})
    assert (found["outcome"]["injured"], found["outcome"]["dispersed"]) == (None, 12)


async def test_two_outcomes_of_one_version_merge_and_the_same_field_is_asked_about(calls: Calls) -> None:
    assist = await calls.resolved()
    base = (await calls.read("minjing", assist))["version"]
    await calls.do("minjing", assist, "outcome", {"text": "批评教育后离开", "base": base})
    both = await calls.do("duiyuan", assist, "outcome", {"injured": 1, "base": base})
    assert (both["outcome"]["text"], both["outcome"]["injured"]) == ("批评教育后离开", 1)
    refused = await calls.post("duiyuan", assist, "outcome", {"text": "带离询问", "injured": 1, "base": base})
    assert code_of(refused) == (409, "changed_elsewhere")
    assert refused.json()["current"] == {"text": "批评教育后离开"}
    assert refused.json()["fields"]["text"].startswith("周青岩")
    assert (await calls.read("duiyuan", assist))["overwritten"] is False
    knowing = {"text": "带离询问", "base": refused.json()["version"]}
    assert (await calls.do("duiyuan", assist, "outcome", knowing))["outcome"]["text"] == "带离询问"


async def test_an_outcome_that_does_not_say_what_it_was_made_on_is_taken_and_marked(calls: Calls) -> None:
    assist = await calls.resolved()
    await calls.do("minjing", assist, "outcome", {"text": "批评教育后离开"})
    found = await calls.do("duiyuan", assist, "outcome", {"text": "带离询问"})
    assert (found["outcome"]["text"], found["overwritten"]) == ("带离询问", True)


async def test_the_form_of_the_outcome_says_which_version_it_was_filled_in_on(calls: Calls) -> None:
    assist = await calls.resolved()
    version = (await calls.read("duiyuan", assist))["version"]
    page = await calls.street.page("duiyuan", f"/assists/{assist}")
    form = page.text.split(f'data-url="/api/v1/assists/{assist}/outcome"', 1)[1].split("</form>", 1)[0]
    assert f'name="base" value="{version}" data-as="number"' in form


async def test_what_follows_is_linked_once_and_only_what_one_may_see(calls: Calls) -> None:
    patrol = await calls.street.patrol()
    finding = await calls.street.finding(patrol)
    assist = await calls.resolved()
    found = await calls.do("duiyuan", assist, "followups", {"kind": "finding", "id": finding})
    assert [(each["kind"], each["id"]) for each in found["followups"]] == [("finding", finding)]
    again = await calls.post("duiyuan", assist, "followups", {"kind": "finding", "id": finding})
    assert (again.status_code, len(again.json()["followups"])) == (200, 1)
    unknown = await calls.post("duiyuan", assist, "followups", {"kind": "finding", "id": str(uuid4())})
    assert code_of(unknown) == (422, "assist_followup_unknown")


async def test_a_hazard_begins_with_the_call_it_came_from(calls: Calls) -> None:
    assist, hazard = await calls.resolved(), str(uuid4())
    body = {
        "category": "燃气",
        "endangers": ["周边居民"],
        "facts": "现场有气瓶",
        "found_at": ago(minutes=5),
        "position": MARKET,
        "to_unit": "yjj",
        "origin": {"kind": "assist", "id": assist},
    }
    assert (await calls.street.put("duiyuan", f"/hazards/{hazard}", body)).status_code == 201
    told = (await calls.street.get("duiyuan", f"/hazards/{hazard}")).json()
    assert told["origin"]["url"] == f"/assists/{assist}"


async def test_the_alarm_number_comes_from_another_hand_and_after_the_end_too(calls: Calls) -> None:
    assist = await calls.resolved()
    answer = await calls.street.patch("zhihui", f"/assists/{assist}", {"alarm_number": "20261120-0186"})
    assert (answer.status_code, answer.json()["alarm_number"]) == (200, "20261120-0186")
    late = await calls.street.patch("duiyuan", f"/assists/{assist}", {"reason": "有人受伤"})
    assert code_of(late) == (409, "assist_ended")


async def test_different_fields_merge_and_the_same_field_tells_of_the_other(calls: Calls) -> None:
    assist = await calls.raised()
    first = await calls.street.patch("zhihui", f"/assists/{assist}", {"note": "对方约十人", "base": 1})
    assert first.json()["version"] == 2
    other = await calls.street.patch("duiyuan", f"/assists/{assist}", {"hazards": ["持械"], "base": 1})
    assert (other.status_code, other.json()["hazards"], other.json()["note"]) == (200, ["持械"], "对方约十人")
    same = await calls.street.patch("duiyuan", f"/assists/{assist}", {"note": "散了", "base": 1})
    assert code_of(same) == (409, "changed_elsewhere")
    blind = await calls.street.patch("duiyuan", f"/assists/{assist}", {"note": None})
    assert (blind.json()["note"], blind.json()["overwritten"]) == ("", True)


@pytest.mark.parametrize("noun", ["remarks", "reinforcement"])
async def test_words_from_the_scene_are_added_once_for_each_key(calls: Calls, noun: str) -> None:
    assist, key = await calls.raised(), uuid4()
    body = {"text": "对方约十人，已退到保安亭"}
    found = await calls.do("duiyuan", assist, noun, body, key=key)
    assert [(each["noun"], each["words"]) for each in found["steps"]] == [(noun, body["text"])]
    assert (await calls.post("duiyuan", assist, noun, body, key=key)).status_code == 200
    assert code_of(await calls.post("duiyuan", assist, noun, body)) == (400, "idempotency_key_missing")


async def test_asking_for_more_rings_for_the_whole_station(calls: Calls) -> None:
    await calls.on_duty("minjing", "zhihui")
    assist = await calls.acknowledged()
    await calls.do("minjing", assist, "reinforcement", {"text": "再来两人"})
    [asked] = await rows(
        "SELECT p.body FROM events e JOIN payloads p ON p.id = e.id WHERE e.kind = 'assist.reinforcement_asked'"
    )
    for username in ("minjing2", "suozhang", "zhihui"):
        assert f'"{username}"' in asked["body"]
