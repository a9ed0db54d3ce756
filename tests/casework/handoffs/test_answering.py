"""What the addressee does: signs, accepts, returns, reports; and what is entered for a body without accounts."""

from typing import Any
from uuid import uuid4

import pytest

from tests.casework.handoffs.offices import ADDRESSEE, APPROVER, SENDER, Offices, clock_of, return_body
from tests.field.street import code_of


async def test_a_receipt_is_no_acceptance(offices: Offices) -> None:
    handoff = await offices.sent()
    signed = await offices.do(ADDRESSEE, handoff, "receipt", {"note": "材料齐"})
    assert (signed["state"], signed["state_name"]) == ("received", "已签收")
    assert signed["history"][-1]["by"] == "顾云舒"
    assert code_of(await offices.post(ADDRESSEE, handoff, "result", {"text": "办完了"})) == (
        409,
        "handoff_state",
    )


async def test_whoever_accepts_has_signed_for_it(offices: Offices) -> None:
    handoff = await offices.sent()
    accepted = await offices.do(ADDRESSEE, handoff, "acceptance", {"handler": "执法二中队"})
    assert [step["kind"] for step in accepted["history"]] == ["dispatch", "receipt", "acceptance"]
    assert accepted["history"][-1]["details"] == {"handler": "执法二中队", "number": "示城管执受〔2026〕1号"}


@pytest.mark.parametrize("noun", ["receipt", "acceptance", "result"])
async def test_the_sender_does_not_answer_for_a_body_that_can(offices: Offices, noun: str) -> None:
    handoff = await offices.sent()
    body = {"text": "办完"} if noun == "result" else {}
    assert code_of(await offices.post(SENDER, handoff, noun, body)) == (403, "not_allowed")
    behalf = body | {"on_behalf": {"name": "张三", "channel": "paper", "proof": str(uuid4())}}
    assert code_of(await offices.post(SENDER, handoff, noun, behalf)) == (409, "addressee_answers_itself")


@pytest.mark.parametrize("text", ["", " \n", "\u3000\u200b"])
async def test_a_result_says_something(offices: Offices, text: str) -> None:
    handoff = await offices.accepted()
    assert code_of(await offices.post(ADDRESSEE, handoff, "result", {"text": text})) == (400, "invalid")


# Returns


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, (422, "reason_needed")),
        ({"reason": " "}, (422, "reason_needed")),
        ({"reason": "\u200b"}, (422, "reason_needed")),
        ({"reason": "不归本局管"}, (422, "competent_body_needed")),
        ({"reason": "不归本局管", "competent_unit": "cgj"}, (422, "competent_body_needed")),
        ({"reason": "不归本局管", "competent_unit": "nirgends"}, (422, "unit_unknown")),
        ({"reason": "不归本局管", "competent_unit": "yjj"}, (201, None)),
        ({"note": "不归本局管", "competent_body": "县生态环境分局"}, (201, None)),
    ],
)
async def test_a_return_says_why_and_whose_it_is(
    offices: Offices, body: dict[str, str], expected: tuple[int, str | None]
) -> None:
    handoff = await offices.sent()
    assert code_of(await offices.post(ADDRESSEE, handoff, "return", body, key=uuid4())) == expected


async def test_a_return_needs_a_key_and_happens_once(offices: Offices) -> None:
    handoff, key = await offices.sent(), uuid4()
    assert code_of(await offices.post(ADDRESSEE, handoff, "return", return_body())) == (
        400,
        "idempotency_key_missing",
    )
    await offices.post(ADDRESSEE, handoff, "return", return_body(), key=key)
    assert (await offices.post(ADDRESSEE, handoff, "return", return_body(), key=key)).status_code == 200
    another = await offices.post("chengguan2", handoff, "return", return_body(), key=uuid4())
    assert code_of(another) == (409, "handoff_state")
    assert "不予受理（退回）" in another.json()["detail"]


async def test_sent_again_it_has_a_new_approval_a_new_number_and_the_old_sending_is_kept(
    offices: Offices,
) -> None:
    handoff = await offices.sent_again()
    found = await offices.read(SENDER, handoff)
    assert [(each["to_unit"], each["number"], each["state"]) for each in found["sendings"]] == [
        ("cgj", "示政执移〔2026〕1号", "returned"),
        ("yjj", "示政执移〔2026〕2号", "sent"),
    ]
    assert [step["kind"] for step in found["history"]].count("approval") == 2
    assert (await offices.do("yingji", handoff, "acceptance"))["state"] == "accepted"


async def test_it_does_not_leave_again_without_approval_or_key(offices: Offices) -> None:
    handoff = await offices.returned()
    assert code_of(await offices.post(SENDER, handoff, "dispatch", key=uuid4())) == (409, "handoff_state")
    await offices.do(SENDER, handoff, "submission")
    await offices.do(APPROVER, handoff, "approval")
    assert code_of(await offices.post(SENDER, handoff, "dispatch")) == (400, "idempotency_key_missing")


async def test_a_second_return_marks_the_case_for_dispute(offices: Offices) -> None:
    handoff = await offices.sent_again()
    back = await offices.do("yingji", handoff, "return", return_body("cgj"))
    assert (back["state"], back["state_name"]) == ("disputed", "争议中")
    assert code_of(await offices.post(SENDER, handoff, "submission")) == (409, "handoff_state")
    assert [c["state"] for c in (await offices.read(SENDER, handoff))["clocks"]] == ["met", "met"]


async def test_a_dispute_that_was_settled_goes_to_the_body_it_was_settled_on(offices: Offices) -> None:
    handoff = await offices.sent_again()
    await offices.do("yingji", handoff, "return", return_body("cgj"))
    body = {"text": "双方协商，由城管局处理", "competent_unit": "cgj", "way": "negotiated"}
    settled = await offices.do(SENDER, handoff, "settlement", body)
    assert (settled["state"], settled["to_unit"]) == ("returned", "cgj")
    await offices.do(SENDER, handoff, "submission")
    await offices.do(APPROVER, handoff, "approval")
    assert (await offices.do(SENDER, handoff, "dispatch"))["sendings"][-1]["to_unit"] == "cgj"


async def test_a_dispute_does_not_carry_a_case_into_another_township(offices: Offices) -> None:
    handoff = await offices.sent("chengguan", "chengguan2", direction="in", to_unit="sfz")
    for _ in range(2):
        if (await offices.state("chengguan", handoff)) == "returned":
            await offices.do("chengguan", handoff, "submission")
            await offices.do("chengguan2", handoff, "approval")
            await offices.do("chengguan", handoff, "dispatch")
        await offices.do("neiqin", handoff, "return", {"reason": "不归本地", "competent_unit": "lz"})
    body = {"text": "由邻镇处理", "competent_unit": "lz"}
    refused = await offices.post("chengguan", handoff, "settlement", body, key=uuid4())
    assert code_of(refused) == (422, "direction_mismatch")
    assert "另起一件" in refused.json()["detail"]


async def test_after_negotiation_the_last_addressee_may_still_take_it(offices: Offices) -> None:
    handoff = await offices.sent_again()
    await offices.do("yingji", handoff, "return", return_body("cgj"))
    assert (await offices.do("yingji", handoff, "acceptance"))["state"] == "accepted"


# Between the two


@pytest.mark.parametrize("who", [SENDER, ADDRESSEE])
async def test_both_sides_tell_of_progress(offices: Offices, who: str) -> None:
    handoff = await offices.accepted()
    told = await offices.do(who, handoff, "progress", {"text": "已约谈当事人"})
    assert (told["history"][-1]["kind"], told["history"][-1]["text"]) == ("progress", "已约谈当事人")


async def test_a_reminder_is_on_record_and_needs_a_key(offices: Offices) -> None:
    handoff = await offices.sent()
    assert code_of(await offices.post(SENDER, handoff, "reminders", {"text": "请答复"})) == (
        400,
        "idempotency_key_missing",
    )
    await offices.do(SENDER, handoff, "reminders", {"text": "请尽快答复是否受理"})
    seen = await offices.read(ADDRESSEE, handoff)
    assert seen["history"][-1]["kind"] == "reminder"
    assert code_of(await offices.post(ADDRESSEE, handoff, "reminders", {"text": "x"}, key=uuid4())) == (
        403,
        "not_allowed",
    )


async def test_a_withdrawn_number_stays_void(offices: Offices) -> None:
    handoff = await offices.sent()
    gone = await offices.do(SENDER, handoff, "withdrawal", {"reason": "当事人已自行改正"})
    papers = (await offices.street.get(SENDER, f"/handoffs/{handoff}/letters")).json()["items"]
    assert gone["state"] == "withdrawn"
    assert [(paper["name"], paper["void_reason"]) for paper in papers] == [
        ("涉嫌违法案件移送函", "当事人已自行改正"),
        ("移送案件材料清单", "当事人已自行改正"),
    ]
    assert (await offices.read(SENDER, await offices.sent()))["number"] == "示政执移〔2026〕2号"


async def test_a_case_withdrawn_out_of_a_dispute_is_over_for_both(offices: Offices) -> None:
    handoff = await offices.sent_again()
    await offices.do("yingji", handoff, "return", return_body("cgj"))
    await offices.do(SENDER, handoff, "withdrawal", {"reason": "自己管辖"})
    seen = await offices.read("yingji", handoff)
    assert (seen["state"], seen["history"][-1]["kind"]) == ("withdrawn", "withdrawal")
    papers = (await offices.street.get(SENDER, f"/handoffs/{handoff}/letters")).json()["items"]
    void = [paper["number"] for paper in papers if paper["void_reason"]]
    assert set(void) == {"示政执移〔2026〕2号"}


async def test_what_was_accepted_is_not_withdrawn(offices: Offices) -> None:
    handoff = await offices.accepted()
    assert code_of(await offices.post(SENDER, handoff, "withdrawal")) == (409, "handoff_state")


# A body without accounts


async def on_paper(offices: Offices) -> tuple[str, dict[str, Any]]:
    handoff = await offices.sent(to_unit="slj")
    proof = await offices.material(handoff, "other", title="盖章回执", proof=True)
    return handoff, {"on_behalf": {"name": "水利局办公室 陈某", "channel": "paper", "proof": proof}}


async def test_its_answer_is_entered_with_the_paper_that_proves_it(offices: Offices) -> None:
    await offices.under("changjiang")
    handoff, behalf = await on_paper(offices)
    assert [c["rule"] for c in (await offices.read(SENDER, handoff))["clocks"]] == ["handoff.transfer"]
    offices.street.clock.at("2026-11-24T10:00:00+08:00")
    signed = await offices.do(SENDER, handoff, "receipt", behalf | {"at": "2026-11-23T15:00:00+08:00"})
    step, limit = signed["history"][-1], clock_of(signed, "handoff.acceptance")
    assert (step["by"], step["unit"], step["recorded_by"]) == ("水利局办公室 陈某", "县水利局", "沈禾")
    assert (limit["start"], limit["due"]) == ("2026-11-23T15:00:00+08:00", "2026-11-30T23:59:59+08:00")
    accepted = await offices.do(SENDER, handoff, "acceptance", behalf | {"number": "示水函〔2026〕9号"})
    assert accepted["history"][-1]["details"]["number"] == "示水函〔2026〕9号"
    await offices.do(SENDER, handoff, "result", behalf | {"text": "已责令停止取水"})
    assert (await offices.do(SENDER, handoff, "closure"))["state"] == "closed"


async def test_without_proof_nothing_is_entered(offices: Offices) -> None:
    handoff, behalf = await on_paper(offices)
    for proof in (str(uuid4()), (await offices.read(SENDER, handoff))["id"]):
        body = {"on_behalf": behalf["on_behalf"] | {"proof": proof}}
        assert code_of(await offices.post(SENDER, handoff, "receipt", body)) == (422, "proof_missing")


async def test_the_evidence_of_the_case_proves_no_answer(offices: Offices) -> None:
    handoff, behalf = await on_paper(offices)
    sent = (await offices.read(SENDER, handoff))["materials"][0]["id"]
    body = {"on_behalf": behalf["on_behalf"] | {"proof": sent}}
    assert code_of(await offices.post(SENDER, handoff, "acceptance", body)) == (422, "proof_missing")


async def test_a_result_on_behalf_is_not_older_than_the_acceptance(offices: Offices) -> None:
    handoff, behalf = await on_paper(offices)
    offices.street.clock.later(minutes=30)
    await offices.do(SENDER, handoff, "acceptance", behalf)
    said = behalf | {"text": "已责令停止取水", "at": "2026-11-20T12:10:00+08:00"}
    told = await offices.do(SENDER, handoff, "result", said)
    assert told["history"][-1]["at"] == "2026-11-20T12:30:00+08:00"


async def test_a_slip_is_not_older_than_the_letter(offices: Offices) -> None:
    handoff, behalf = await on_paper(offices)
    signed = await offices.do(SENDER, handoff, "receipt", behalf | {"at": "2026-11-19T09:00:00+08:00"})
    assert signed["sendings"][-1]["arrived_at"] == "2026-11-20T12:00:00+08:00"
