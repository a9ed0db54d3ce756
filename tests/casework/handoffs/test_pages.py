"""The pages: the list by what is due, the record to each side, the draft from a finding."""

import html
import re

import pytest

from tests.casework.handoffs.offices import ADDRESSEE, SENDER, Offices
from tests.field.forms import dead_buttons


async def opened(offices: Offices, who: str, path: str) -> str:
    answer = await offices.street.page(who, path)
    assert answer.status_code == 200, answer.text
    assert not dead_buttons(answer.text)
    return html.unescape(answer.text)


def buttons(page: str) -> set[str]:
    """The dialogs a page opens."""
    return set(re.findall(r'data-dialog="([\w-]+)"', page))


async def test_the_list_begins_with_what_is_late(offices: Offices) -> None:
    await offices.draft(facts="按时的", address="甲地", party={"name": "按时公司", "kind": "firm"})
    await offices.draft(discovered_at="2026-11-02T09:00:00+08:00", party={"name": "逾期公司", "kind": "firm"})
    page = await opened(offices, SENDER, "/handoffs")
    assert page.index("已超期") < page.index("逾期公司") < page.index("按时公司")
    assert "2 件未办结" in page


async def test_the_department_signs_for_several_at_once(offices: Offices) -> None:
    for _ in range(3):
        await offices.sent()
    page = await opened(offices, ADDRESSEE, "/handoffs?box=received&stage=open")
    assert page.count('name="handoff"') == 3
    assert "全选待签收 3 件" in page
    assert "不等于受理" in page


async def test_what_waits_for_a_receipt_stands_before_what_only_runs_and_the_urgent_first(
    offices: Offices,
) -> None:
    accepted = await offices.accepted(urgent=True)
    calm, urgent = await offices.sent(), await offices.sent(urgent=True)
    page = await opened(offices, ADDRESSEE, "/handoffs?box=received&stage=open")
    assert "待签收" in page
    assert page.index(urgent) < page.index(calm) < page.index(accepted)


async def test_what_was_signed_for_waits_for_an_answer_also_where_no_limit_says_until_when(
    offices: Offices,
) -> None:
    handoff = await offices.sent()
    await offices.do(ADDRESSEE, handoff, "receipt")
    page = await opened(offices, ADDRESSEE, "/handoffs?box=received&stage=open")
    assert "待受理" in page
    assert "没有时限" not in page


async def test_beside_the_list_a_record_is_a_part_of_the_page_with_its_next_act(offices: Offices) -> None:
    handoff = await offices.sent()
    await opened(offices, ADDRESSEE, f"/handoffs/{handoff}")
    browser = offices.street.clients[f"{ADDRESSEE} in a browser"]
    part = (await browser.get(f"/handoffs/{handoff}", headers={"HX-Request": "true"})).text
    assert "<html" not in part
    assert f'data-record="{handoff}"' in part
    assert {"acceptance", "return", "receipt"} <= buttons(part)


async def test_a_leader_reads_and_signs_nothing(offices: Offices) -> None:
    await offices.sent()
    page = await opened(offices, "lingdao", "/handoffs")
    assert 'name="handoff"' not in page


async def test_what_was_closed_is_in_another_box(offices: Offices) -> None:
    handoff = await offices.accepted()
    await offices.do(ADDRESSEE, handoff, "result", {"text": "已处罚"})
    await offices.do(SENDER, handoff, "closure")
    assert handoff not in await opened(offices, SENDER, "/handoffs")
    assert handoff in await opened(offices, SENDER, "/handoffs?stage=ended")


async def test_nothing_to_do_says_so(offices: Offices) -> None:
    assert "没有要办的移送" in await opened(offices, "yingji", "/handoffs")


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (SENDER, {"withdrawal"}),
        ("zhenzhang", {"approval", "revision", "refusal", "withdrawal"}),
        ("zhihui", set()),
    ],
)
async def test_each_is_offered_their_own_acts_while_it_waits_for_approval(
    offices: Offices, who: str, expected: set[str]
) -> None:
    handoff = await offices.submitted()
    acts = buttons(await opened(offices, who, f"/handoffs/{handoff}"))
    decisions = {"approval", "revision", "refusal", "withdrawal", "submission", "dispatch", "acceptance"}
    assert acts & decisions == expected


async def test_the_addressees_page_has_nothing_of_the_senders(offices: Offices) -> None:
    handoff = await offices.submitted()
    await offices.do("zhenzhang", handoff, "approval", {"note": "内部意见：尽快"})
    await offices.do(SENDER, handoff, "dispatch")
    page = await opened(offices, ADDRESSEE, f"/handoffs/{handoff}")
    assert "内部意见" not in page
    assert {"acceptance", "return", "receipt"} <= buttons(page)
    assert "不能转给第三家" in page


async def test_without_a_matter_or_a_firm_a_case_is_told_by_its_place(offices: Offices) -> None:
    await offices.draft(party=None, address="县道青石桥北约400米")
    assert "涉嫌违法案件：县道青石桥北约400米" in await opened(offices, SENDER, "/handoffs")


async def test_a_draft_says_what_is_missing_and_does_not_let_it_be_submitted(offices: Offices) -> None:
    handoff = await offices.draft()
    page = await opened(offices, SENDER, f"/handoffs/{handoff}")
    assert "还缺案源材料、证据材料，不能送审、不能移送" in page
    assert "还缺案源材料、证据材料，暂不能送审" in page
    assert 'aria-disabled="true"' in page


async def test_limits_open_to_how_they_were_counted(offices: Offices) -> None:
    await offices.under("changjiang")
    handoff = await offices.sent()
    page = await opened(offices, ADDRESSEE, f"/handoffs/{handoff}")
    assert "受理情况告知" in page
    assert page.count('href="/deadlines/') >= 2


async def test_a_department_drafts_for_a_township(offices: Offices) -> None:
    page = await opened(offices, ADDRESSEE, "/handoffs/new")
    assert "示范镇人民政府" in page
    assert 'name="direction" value="in"' in page


async def test_what_awaits_approval_is_not_opened_for_a_change(offices: Offices) -> None:
    handoff = await offices.submitted()
    assert (await offices.street.page(SENDER, f"/handoffs/{handoff}/edit")).status_code == 409
    draft = await offices.draft()
    assert "县道青石桥北约400米" in await opened(offices, SENDER, f"/handoffs/{draft}/edit")


async def test_the_journal_is_told_to_the_sender_only(offices: Offices) -> None:
    handoff = await offices.sent()
    told = await opened(offices, SENDER, f"/handoffs/{handoff}/timeline")
    assert "起草移送" in told
    assert "移送，示政执移〔2026〕1号" in told
    assert "起草移送" not in await opened(offices, ADDRESSEE, f"/handoffs/{handoff}/timeline")


@pytest.mark.usefixtures("press")
async def test_a_dossier_that_left_is_told_in_words(offices: Offices) -> None:
    handoff = await offices.sent()
    taken = await offices.street.get(SENDER, f"/handoffs/{handoff}/dossier.zip")
    assert taken.status_code == 200
    page = await opened(offices, SENDER, f"/handoffs/{handoff}/timeline")
    assert "导出案卷包：移送案卷" in page
    assert "dossier.taken" not in page


async def test_a_body_without_accounts_is_answered_for_on_the_page(offices: Offices) -> None:
    handoff = await offices.sent(to_unit="slj")
    page = await opened(offices, SENDER, f"/handoffs/{handoff}")
    assert "县水利局没有账号" in page
    assert "先上传凭证" in page
    assert {"behalf-receipt", "behalf-acceptance", "behalf-return", "proof"} <= buttons(page)
