"""M06: a case handed to an office stationed in the township, signed by both, with a limit the captain sets."""

from pathlib import Path
from typing import Any

import pytest

from tests.casework.handoffs.offices import PROFILES, SENDER, Offices, clock_of
from tests.field.street import code_of
from tests.foundation.letters.reading import Paper

CLAUSE = "派出机构应在规定时间内处理移送案件"


async def submitted(offices: Offices, **changes: Any) -> str:
    handoff = await offices.draft(direction="stationed", to_unit="sfz-zrs", **changes)
    await offices.do(SENDER, handoff, "submission")
    return handoff


async def handed_over(offices: Offices, days: int = 5) -> str:
    handoff = await submitted(offices)
    await offices.do("duizhang", handoff, "approval", {"result_days": days})
    await offices.do(SENDER, handoff, "dispatch")
    return handoff


async def test_the_captain_sets_the_limit_and_not_who_proposed_it(offices: Offices) -> None:
    handoff = await submitted(offices, result_days=20)
    approved = await offices.do("duizhang", handoff, "approval", {"result_days": 7})
    assert approved["result_days"] == 7
    assert approved["history"][-1]["details"] == {"result_days": 7}
    await offices.do(SENDER, handoff, "dispatch")
    taken = await offices.do("ziran", handoff, "acceptance")
    assert clock_of(taken, "handoff.result")["due"] == "2026-12-01T23:59:59+08:00"


async def test_without_a_word_the_captain_agrees_to_what_was_proposed(offices: Offices) -> None:
    handoff = await submitted(offices, result_days=20)
    assert (await offices.do("duizhang", handoff, "approval"))["result_days"] == 20


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(("days", "status"), [(1, 201), (30, 201), (31, 422)])
async def test_only_within_the_bounds_of_the_place(
    offices: Offices, profile: str, days: int, status: int
) -> None:
    await offices.under(profile)
    handoff = await submitted(offices)
    answer = await offices.post("duizhang", handoff, "approval", {"result_days": days})
    assert answer.status_code == status
    if status == 422:
        refused = answer.json()
        assert refused["code"] == "result_days_out_of_bounds"
        assert (CLAUSE if profile == "eshan" else "本地约定") in refused["clause"]
        assert await offices.state(SENDER, handoff) == "submitted"


@pytest.mark.parametrize(("days", "expected"), [(30, (201, None)), (31, (422, "result_days_out_of_bounds"))])
async def test_a_draft_proposes_nothing_else(
    offices: Offices, days: int, expected: tuple[int, str | None]
) -> None:
    answer = await offices.put(direction="stationed", to_unit="sfz-zrs", result_days=days)
    assert code_of(answer) == expected


async def test_nor_does_a_change_of_it(offices: Offices) -> None:
    handoff = await offices.draft(direction="stationed", to_unit="sfz-zrs")
    answer = await offices.street.patch(SENDER, f"/handoffs/{handoff}", {"result_days": 31})
    assert code_of(answer) == (422, "result_days_out_of_bounds")


@pytest.mark.parametrize("profile", PROFILES)
async def test_eshan_asks_for_a_set_time_and_nobody_else(offices: Offices, profile: str) -> None:
    await offices.under(profile)
    handoff = await submitted(offices)
    answer = await offices.post("duizhang", handoff, "approval")
    if profile != "eshan":
        assert answer.status_code == 201
        return
    assert code_of(answer) == (422, "result_days_missing")
    assert CLAUSE in answer.json()["clause"]


async def test_between_bodies_no_approval_sets_a_limit(offices: Offices) -> None:
    handoff = await offices.submitted()
    answer = await offices.post("zhenzhang", handoff, "approval", {"result_days": 5})
    assert code_of(answer) == (422, "result_days_not_asked")


async def test_what_a_main_leader_delegated_is_not_the_captains_word(offices: Offices) -> None:
    body = {"delegate": "neiqin", "from_day": "2026-11-20", "until_day": "2026-11-25"}
    given = await offices.street.put(
        "zhenzhang", "/approval-delegations/00000000-0000-4000-8000-000000000001", body
    )
    assert given.status_code == 201
    handoff = await submitted(offices, result_days=5)
    assert code_of(await offices.post("neiqin", handoff, "approval")) == (403, "not_approver")


async def test_the_office_reads_the_record_before_it_signs(offices: Offices, press: None) -> None:
    handoff = await handed_over(offices)
    draft = await offices.street.get("ziran", f"/handoffs/{handoff}/letter.pdf")
    assert (draft.status_code, draft.content[:5]) == (200, b"%PDF-")
    assert (await offices.street.get("shichang", f"/handoffs/{handoff}/letter.pdf")).status_code == 404


async def test_the_record_names_both_and_the_limit(offices: Offices, press: None, tmp_path: Path) -> None:
    handoff = await handed_over(offices)
    signed = await offices.do("ziran", handoff, "receipt")
    [paper] = (await offices.street.get("ziran", f"/handoffs/{handoff}/letters")).json()["items"]
    assert (paper["kind"], signed["history"][-1]["letter"]) == ("hand_over_record", paper["id"])
    pdf = await offices.street.get("ziran", f"/handoffs/{handoff}/letters/{paper['id']}/pdf")
    (tmp_path / "record.pdf").write_bytes(pdf.content)
    words = Paper(tmp_path / "record.pdf").words()
    for said in ("移交人", "沈禾", "接收人", "南宫牧野", "受理后5个工作日内反馈处理结果"):
        assert said in words


@pytest.mark.parametrize("noun", ["receipt", "acceptance"])
async def test_the_number_of_the_record_is_that_of_the_case_and_finds_it(offices: Offices, noun: str) -> None:
    handoff = await handed_over(offices)
    number = (await offices.do("ziran", handoff, noun))["number"]
    found = (await offices.street.get(SENDER, f"/handoffs?q={number}")).json()["items"]
    assert [(each["id"], each["number"]) for each in found] == [(handoff, number)]


async def test_the_result_comes_back_to_the_team_and_meets_the_limit(offices: Offices) -> None:
    handoff = await handed_over(offices)
    await offices.do("ziran", handoff, "acceptance")
    told = await offices.do("ziran", handoff, "result", {"text": "系设施农用地，已补办备案"})
    assert (told["state"], clock_of(told, "handoff.result")["state"]) == ("result", "met")
    assert (await offices.do(SENDER, handoff, "closure"))["state"] == "closed"


async def test_both_sides_see_signatures_limit_and_clause_on_the_page(offices: Offices) -> None:
    handoff = await handed_over(offices)
    await offices.do("ziran", handoff, "acceptance")
    for who, set_by in (("duizhang", True), ("ziran", False)):
        shown = (await offices.street.page(who, f"/handoffs/{handoff}")).text
        for said in ("双方已签名", "受理后5个工作日", "可定1至30个工作日", CLAUSE):
            assert said in shown
        assert ("韩立夏定" in shown) is set_by


async def test_the_captain_sees_the_bounds_where_the_limit_is_set(offices: Offices) -> None:
    handoff = await submitted(offices, result_days=20)
    shown = (await offices.street.page("duizhang", f"/handoffs/{handoff}")).text
    assert 'max="30"' in shown
    assert "起草时提20个工作日，由队长批准时定" in shown
    assert CLAUSE in shown


async def test_the_list_is_narrowed_to_what_stays_inside(offices: Offices) -> None:
    inside, outside = await handed_over(offices), await offices.sent()
    shown = (await offices.street.page(SENDER, "/handoffs?direction=stationed")).text
    assert inside in shown
    assert outside not in shown
    assert (await offices.street.page(SENDER, "/handoffs?direction=sideways")).status_code == 400


async def test_no_seal_is_put_on_what_stays_inside(offices: Offices) -> None:
    handoff = await submitted(offices)
    await offices.do("duizhang", handoff, "approval", {"result_days": 5})
    shown = (await offices.street.page(SENDER, f"/handoffs/{handoff}")).text
    assert "登记用印" not in shown
    assert code_of(await offices.post(SENDER, handoff, "sealing")) == (409, "seal_not_used")
    assert (await offices.do(SENDER, handoff, "dispatch"))["state"] == "sent"


async def test_one_is_offered_on_what_leaves(offices: Offices) -> None:
    handoff = await offices.approved()
    assert "登记用印" in (await offices.street.page(SENDER, f"/handoffs/{handoff}")).text
