"""Submission, approval, changes, refusal, seal; and who decides in whose place."""

from uuid import uuid4

import pytest

from backend.casework.handoffs.queries.delegations import given_to
from backend.demo.organisation import unit_id
from backend.foundation.database import rows
from tests.casework.handoffs.offices import ADDRESSEE, SENDER, Offices
from tests.field.street import code_of


@pytest.mark.parametrize("who", ["lingdao", "zhenzhang"])
async def test_a_main_leader_approves(offices: Offices, who: str) -> None:
    handoff = await offices.submitted()
    approved = await offices.do(who, handoff, "approval", {"note": "事实清楚，同意移送"})
    step = approved["history"][-1]
    assert (approved["state"], step["text"], step["instead_of"]) == ("approved", "事实清楚，同意移送", None)


@pytest.mark.parametrize("who", ["duizhang", "duiyuan", "dangban", "zhihui"])
async def test_nobody_else_does(offices: Offices, who: str) -> None:
    handoff = await offices.submitted()
    assert code_of(await offices.post(who, handoff, "approval")) == (403, "not_approver")


async def test_who_submitted_never_approves(offices: Offices) -> None:
    handoff = await offices.submitted("zhenzhang")
    refused = await offices.post("zhenzhang", handoff, "approval")
    assert code_of(refused) == (403, "submitter_never_approves")
    assert "本地约定" in refused.json()["clause"]
    await offices.do("lingdao", handoff, "approval")


async def test_in_yilikeqi_the_head_of_the_township_approves_and_not_the_secretary(offices: Offices) -> None:
    await offices.under("yilikeqi")
    handoff = await offices.submitted()
    refused = await offices.post("lingdao", handoff, "approval")
    assert code_of(refused) == (403, "not_approver")
    assert refused.json()["detail"] == "由乡长审批"
    await offices.do("zhenzhang", handoff, "approval")


async def test_in_changjiang_the_text_itself_asks_for_it_on_both_sides(offices: Offices) -> None:
    await offices.under("changjiang")
    handoff = await offices.submitted(ADDRESSEE, direction="in", to_unit="sfz")
    refused = await offices.post(ADDRESSEE, handoff, "approval")
    assert code_of(refused) == (403, "not_approver")
    assert "移送的案件应经单位主要领导批准、书面移送" in refused.json()["clause"]
    await offices.do("chengguan2", handoff, "approval")


async def test_the_other_side_decides_nothing(offices: Offices) -> None:
    handoff = await offices.sent()
    assert code_of(await offices.post("chengguan2", handoff, "refusal")) == (403, "not_allowed")


async def test_given_back_it_is_rewritten_and_comes_again(offices: Offices) -> None:
    handoff = await offices.submitted()
    back = await offices.do("zhenzhang", handoff, "revision", {"text": "补上收运合同"})
    assert (back["state"], back["history"][-1]["text"]) == ("returned_for_changes", "补上收运合同")
    await offices.street.patch(SENDER, f"/handoffs/{handoff}", {"facts": "补充后的事实"})
    await offices.do(SENDER, handoff, "submission")
    await offices.do("zhenzhang", handoff, "approval")


async def test_a_refusal_after_an_approval_never_shows_as_approved(offices: Offices) -> None:
    handoff = await offices.approved()
    refused = await offices.do("lingdao", handoff, "refusal", {"reason": "证据不足"})
    assert refused["state"] == "refused"
    assert code_of(await offices.post(SENDER, handoff, "dispatch")) == (409, "handoff_state")
    assert code_of(await offices.post("lingdao", handoff, "approval")) == (409, "handoff_state")
    assert [clock["state"] for clock in refused["clocks"]] == ["cancelled"]


async def test_an_auxiliary_submits_nothing(offices: Offices) -> None:
    handoff = await offices.complete("xieguan")
    assert code_of(await offices.post("xieguan", handoff, "submission")) == (403, "not_allowed")


async def test_any_officer_of_the_sending_unit_submits_and_sends(offices: Offices) -> None:
    handoff = await offices.complete()
    await offices.do("duiyuan2", handoff, "submission")
    await offices.do("zhenzhang", handoff, "approval")
    assert (await offices.do("neiqin", handoff, "dispatch"))["state"] == "sent"


async def test_facts_are_needed_before_anybody_decides(offices: Offices) -> None:
    handoff = await offices.complete(facts="  ")
    refused = await offices.post(SENDER, handoff, "submission")
    assert code_of(refused) == (422, "facts_missing")
    assert "基本违法事实" in refused.json()["clause"]


async def test_the_seal_may_be_recorded_and_is_required_where_the_township_says_so(offices: Offices) -> None:
    handoff = await offices.approved()
    await offices.street.cast.prefer("handoff.seal_required", 1)
    assert code_of(await offices.post(SENDER, handoff, "dispatch")) == (409, "seal_required")
    assert (await offices.do("dangban", handoff, "sealing"))["state"] == "sealed"
    assert (await offices.do(SENDER, handoff, "dispatch"))["state"] == "sent"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2026-11-20T11:54:59+08:00", (422, "times_crossed")),
        ("2026-11-20T11:55:00+08:00", (201, None)),  # a clock a little behind
    ],
)
async def test_nobody_decides_before_it_was_submitted(
    offices: Offices, said: str, expected: tuple[int, str | None]
) -> None:
    handoff = await offices.submitted()
    answer = await offices.post("zhenzhang", handoff, "approval", {"at": said})
    assert code_of(answer) == expected
    if answer.status_code == 201:
        submission, approval = (step["at"] for step in answer.json()["history"])
        assert submission == approval == "2026-11-20T12:00:00+08:00"


# Delegation


async def delegate(offices: Offices, by: str = "lingdao", to: str = "duizhang", **days: str) -> str:
    delegation = str(uuid4())
    body = {"delegate": to, "from_day": "2026-11-20", "until_day": "2026-11-25"} | days
    answer = await offices.street.put(by, f"/approval-delegations/{delegation}", body)
    assert answer.status_code == 201, answer.text
    return delegation


async def test_a_delegate_decides_and_the_record_says_for_whom(offices: Offices) -> None:
    await delegate(offices)
    handoff = await offices.submitted()
    approved = await offices.do("duizhang", handoff, "approval")
    assert approved["history"][-1]["instead_of"] == "方知秋"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-19T23:59:59+08:00", (403, "not_approver")),
        ("2026-11-20T00:00:00+08:00", (201, None)),
        ("2026-11-25T23:59:59+08:00", (201, None)),
        ("2026-11-26T00:00:00+08:00", (403, "not_approver")),
    ],
)
async def test_only_on_the_days_it_was_given_for(
    offices: Offices, day: str, expected: tuple[int, str | None]
) -> None:
    handoff = await offices.submitted()
    await delegate(offices)
    offices.street.clock.at(day)
    assert code_of(await offices.post("duizhang", handoff, "approval")) == expected


async def test_a_delegate_never_approves_in_the_name_of_whoever_submitted(offices: Offices) -> None:
    await delegate(offices)
    handoff = await offices.complete()
    await offices.do("lingdao", handoff, "submission")
    assert code_of(await offices.post("duizhang", handoff, "approval")) == (403, "submitter_never_approves")
    await delegate(offices, "zhenzhang")
    approved = await offices.do("duizhang", handoff, "approval")
    assert approved["history"][-1]["instead_of"] == "许南山"


@pytest.mark.parametrize(
    "change",
    [
        "left_at = CURRENT_TIMESTAMP",
        "roles = '[\"officer\"]'",
        "unit = (SELECT id FROM units WHERE code = 'lz')",
    ],
)
async def test_nobody_decides_for_a_leader_who_leads_no_more(offices: Offices, change: str) -> None:
    await delegate(offices)
    handoff = await offices.submitted()
    await rows(f"UPDATE officers SET {change} WHERE username = 'lingdao'")
    assert code_of(await offices.post("duizhang", handoff, "approval")) == (403, "not_approver")


async def test_nobody_decides_for_a_head_who_went_to_another_department(offices: Offices) -> None:
    await delegate(offices, "chengguan2", "chengguan")
    liaison = (await offices.street.cast.person("chengguan")).id
    assert list(await given_to(liaison)) == [unit_id("cgj")]
    await rows(
        "UPDATE officers SET unit = (SELECT id FROM units WHERE code = 'yjj') WHERE username = 'chengguan2'"
    )
    assert await given_to(liaison) == {}


async def test_a_delegate_never_approves_what_they_submitted(offices: Offices) -> None:
    await delegate(offices)
    handoff = await offices.submitted("duizhang")
    assert code_of(await offices.post("duizhang", handoff, "approval")) == (403, "submitter_never_approves")


async def test_the_delegate_is_told_and_says_so(offices: Offices) -> None:
    delegation = await delegate(offices)
    [shown] = (await offices.street.get("duizhang", "/approval-delegations")).json()["items"]
    assert (shown["leader"], shown["told_at"]) == ("方知秋", None)
    path = f"/approval-delegations/{delegation}/acknowledgement"
    assert (await offices.street.post("duizhang", path)).json()["told_at"] is not None
    assert (await offices.street.post("duizhang", path)).status_code == 200


async def test_what_was_taken_back_holds_no_more(offices: Offices) -> None:
    delegation = await delegate(offices)
    assert (
        await offices.street.post("lingdao", f"/approval-delegations/{delegation}/revocation")
    ).status_code == 201
    handoff = await offices.submitted()
    assert code_of(await offices.post("duizhang", handoff, "approval")) == (403, "not_approver")


@pytest.mark.parametrize(
    ("by", "changes", "expected"),
    [
        ("neiqin", {}, (403, "not_approver")),
        ("duizhang", {"delegate": "neiqin"}, (201, None)),
        ("lingdao", {"delegate": "lingdao"}, (422, "delegation_to_oneself")),
        ("lingdao", {"delegate": "chengguan"}, (422, "delegate_unknown")),
        ("lingdao", {"delegate": "niemand"}, (422, "delegate_unknown")),
        ("lingdao", {"until_day": "2026-11-19"}, (422, "delegation_dates")),
        ("lingdao", {"from_day": "2026-11-10", "until_day": "2026-11-19"}, (422, "delegation_dates")),
        ("lingdao", {"until_day": "2027-02-20"}, (422, "delegation_dates")),
        ("lingdao", {"until_day": "2027-02-19"}, (201, None)),
        ("chengguan2", {"delegate": "chengguan"}, (201, None)),
    ],
)
async def test_whom_a_leader_may_let_decide(
    offices: Offices, by: str, changes: dict[str, str], expected: tuple[int, str | None]
) -> None:
    body = {"delegate": "duizhang", "from_day": "2026-11-20", "until_day": "2026-11-25"} | changes
    assert code_of(await offices.street.put(by, f"/approval-delegations/{uuid4()}", body)) == expected
