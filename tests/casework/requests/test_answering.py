"""What the asked body answers, what is recorded on its behalf, who came, how it ends."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.foundation.clocks import clocks_of
from tests.casework.requests.desks import BEHALF, TOMORROW, WHISTLE, Desks
from tests.field.photos import photo_of
from tests.field.street import ago, code_of


async def test_who_comes_is_said_and_the_limit_is_met(desks: Desks) -> None:
    request = await desks.asked()
    read = await desks.do("minjing", request, "receipt")
    assert (read["parties"][0]["state"], read["clocks"][0]["state"]) == ("received", "running")
    found = await desks.do("suozhang", request, "acceptance", people="周青岩等", head_count=3)
    [part] = found["parties"]
    assert (part["state_name"], found["clocks"][0]["state"]) == ("已答应", "met")
    assert (found["steps"][-1]["people"], found["steps"][-1]["head_count"]) == ("周青岩等", 3)
    assert ("duizhang", "对方答应：冬季占道经营联合整治") in await desks.told(request)


async def test_a_refusal_has_its_reason_and_can_be_taken_back(desks: Desks) -> None:
    request = await desks.asked()
    assert code_of(await desks.answer("suozhang", request, "refusal", reason=" ")) == (400, "invalid")
    refused = await desks.do("suozhang", request, "refusal", reason="当天全所备勤")
    assert refused["parties"][0]["state"] == "refused"
    assert (await desks.answer("suozhang", request, "refusal", reason="当天全所备勤")).status_code == 200
    other = await desks.answer("suozhang", request, "refusal", reason="别的原因")
    assert code_of(other) == (409, "request_state")
    assert (await desks.do("suozhang", request, "acceptance", people="白景明"))["parties"][0][
        "state"
    ] == "accepted"


async def test_twice_is_harmless(desks: Desks) -> None:
    request = await desks.asked()
    await desks.do("suozhang", request, "receipt")
    assert (await desks.answer("minjing", request, "receipt")).status_code == 200
    part, key = request["parties"][0]["id"], uuid4()
    path = f"/requests/{request['id']}/parties/{part}/acceptance"
    answers = [await desks.post("suozhang", path, {"people": "周青岩"}, key=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    bare = await desks.street.post("suozhang", path, {"people": "周青岩"})
    assert code_of(bare) == (400, "idempotency_key_missing")


async def test_one_body_does_not_answer_for_another(desks: Desks) -> None:
    request = await desks.asked(**WHISTLE, starts_at=None)
    assert code_of(await desks.answer("shichang", request, "receipt", unit="cgj")) == (404, "not_found")
    assert code_of(await desks.answer("linzhen", request, "receipt")) == (404, "not_found")
    assert code_of(await desks.answer("xieguan", request, "receipt")) == (403, "not_allowed")
    assert code_of(await desks.answer("shichang", request, "attendance", unit="sfz-scs", head_count=1)) == (
        403,
        "not_allowed",
    )


async def test_what_is_done_in_one_moment_is_told_as_it_came(desks: Desks) -> None:
    request = await desks.asked(**WHISTLE, starts_at=None)
    for _ in range(2):
        await desks.do("duizhang", request, "reminders", unit="cgj")
    await desks.do("duizhang", request, "reminders", unit="slj", note="最后一句")
    assert (await desks.whole("duizhang", request, "calls", name="叶微", words="再问一次")).status_code == 201
    found = await desks.do("duizhang", request, "limit", unit="slj", due_at=TOMORROW)
    nouns = [step["noun"] for step in found["steps"]]
    assert nouns == ["asked", "reminders", "reminders", "reminders", "calls", "limit"]
    assert found["steps"][3]["text"] == "最后一句"


async def test_who_asked_records_on_behalf_of_a_body_without_accounts(desks: Desks) -> None:
    request = await desks.asked(**WHISTLE, starts_at=None)
    bare = await desks.answer("duizhang", request, "acceptance", unit="slj", people="两名技术员")
    assert code_of(bare) == (422, "on_behalf_needed")
    found = await desks.do(
        "duizhang", request, "acceptance", unit="slj", people="两名技术员", on_behalf=BEHALF
    )
    step = found["steps"][-1]
    assert (step["by"]["unit"], step["on_behalf"]["name"]) == ("县水利局", "张工")
    own = await desks.answer("chengguan", request, "acceptance", unit="cgj", people="一人", on_behalf=BEHALF)
    assert code_of(own) == (422, "on_behalf_of_oneself")


async def test_what_is_recorded_on_behalf_needs_a_key_for_its_proof_to_hang_on(desks: Desks) -> None:
    request = await desks.asked(**WHISTLE, starts_at=None)
    part = next(each["id"] for each in request["parties"] if each["unit"]["code"] == "slj")
    path, body = (
        f"/requests/{request['id']}/parties/{part}/refusal",
        {"reason": "人手不够", "on_behalf": BEHALF},
    )
    assert code_of(await desks.street.post("duizhang", path, body)) == (400, "idempotency_key_missing")


async def test_its_proof_may_come_before_it_or_after_it(desks: Desks) -> None:
    request, step = await desks.asked(**WHISTLE, starts_at=None), uuid4()
    before = await photo_of(desks.street, "request_step", step, "duizhang")
    await desks.do("duizhang", request, "refusal", unit="slj", reason="人手不够", on_behalf=BEHALF, key=step)
    after = await photo_of(desks.street, "request_step", step, "duizhang")
    found = (await desks.read("zhihui", request))["steps"][-1]
    assert found["id"] == str(step)
    assert sorted(found["on_behalf"]["proofs"]) == sorted([before, after])


async def test_its_proof_is_seen_by_whoever_sees_that_bodys_part_and_by_no_one_else(desks: Desks) -> None:
    request, step = await desks.asked(**WHISTLE, starts_at=None), uuid4()
    await desks.do("duizhang", request, "refusal", unit="cgj", reason="人手不够", on_behalf=BEHALF, key=step)
    proof = await photo_of(desks.street, "request_step", step, "duizhang")
    for who, status in (("zhihui", 200), ("chengguan", 200), ("shichang", 404), ("linzhen", 404)):
        assert (await desks.street.get(who, f"/photos/{proof}")).status_code == status


async def test_who_came_is_recorded_once_it_has_begun(desks: Desks) -> None:
    request = await desks.asked()
    await desks.do("suozhang", request, "acceptance", people="三名民警", head_count=3)
    early = await desks.answer("duizhang", request, "attendance", head_count=3)
    assert code_of(early) == (409, "request_not_begun")
    desks.street.clock.at(TOMORROW)
    found = await desks.do("duizhang", request, "attendance", head_count=2, people="周青岩、白景明")
    assert found["parties"][0]["state"] == "came"
    corrected = await desks.do("duizhang", request, "attendance", head_count=0, note="记错了一单")
    assert corrected["parties"][0]["state"] == "absent"
    assert [step["noun"] for step in corrected["steps"]][-2:] == ["attendance", "attendance"]


async def test_police_cover_has_no_result(desks: Desks) -> None:
    request = await desks.asked()
    assert code_of(await desks.answer("suozhang", request, "result", text="办了")) == (409, "request_state")


async def test_a_reminder_reaches_them_again(desks: Desks) -> None:
    request = await desks.asked()
    before = len(await desks.told(request))
    await desks.do("duizhang", request, "reminders", note="今天要定人")
    assert len(await desks.told(request)) > before


async def test_each_body_has_its_own_limit(desks: Desks) -> None:
    request = await desks.asked(**WHISTLE, starts_at=None)
    found = await desks.do("duizhang", request, "limit", unit="slj", due_at=TOMORROW)
    due = {each["unit"]["code"]: each["due_at"] for each in found["parties"]}
    assert (due["slj"], due["cgj"]) == (TOMORROW, ago(hours=-6))
    assert {clock["owed_by"]: clock["due"] for clock in found["clocks"]}["slj"] == TOMORROW
    past = await desks.answer("duizhang", request, "limit", unit="slj", due_at=ago())
    assert code_of(past) == (400, "invalid")


async def test_late_it_is_still_answered_and_marked(desks: Desks) -> None:
    request = await desks.asked(starts_at=ago(hours=-48))
    desks.street.clock.later(hours=7)
    found = await desks.do("suozhang", request, "acceptance", people="白景明")
    assert found["clocks"][0]["state"] == "met_late"


@pytest.mark.parametrize(
    ("noun", "body", "state"),
    [("closure", {"text": "秩序良好"}, "done"), ("withdrawal", {"reason": "改期"}, "withdrawn")],
)
async def test_it_ends_once_and_nobody_owes_anything_any_more(
    desks: Desks, noun: str, body: dict[str, Any], state: str
) -> None:
    request = await desks.asked()
    assert code_of(await desks.whole("suozhang", request, noun, **body)) == (403, "not_allowed")
    assert (await desks.whole("duizhang", request, noun, **body)).status_code == 201
    assert (await desks.whole("duizhang", request, noun, **body)).status_code == 200
    found = await desks.read("suozhang", request)
    assert (found["state"], found["clocks"][0]["state"]) == (state, "cancelled")
    late = await desks.answer("suozhang", request, "acceptance", people="白景明")
    assert code_of(late) == (409, "request_state")


async def test_the_limits_of_the_parts_stand_under_the_parts(desks: Desks) -> None:
    request = await desks.asked()
    assert await clocks_of(("request", UUID(request["id"]))) == []
    assert len(await clocks_of(("request_party", UUID(request["parties"][0]["id"])))) == 1
