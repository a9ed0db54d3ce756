"""委托审批 on its page: given, read, taken back; named where the delegate decides."""

from uuid import uuid4

import pytest

from tests.casework.handoffs.offices import SENDER, Offices
from tests.field.forms import dead_buttons
from tests.field.street import code_of

PAGE = "/handoffs/delegations"


async def entrusted(offices: Offices, **changes: str) -> str:
    delegation = str(uuid4())
    body = {"delegate": "dangban", "from_day": "2026-11-20", "until_day": "2026-11-25", "note": "外出培训"}
    answer = await offices.street.put("lingdao", f"/approval-delegations/{delegation}", body | changes)
    assert answer.status_code == 201, answer.text
    return delegation


async def shown(offices: Offices, who: str, path: str = PAGE) -> str:
    answer = await offices.street.page(who, path)
    assert answer.status_code == 200, answer.text
    assert not dead_buttons(answer.text)
    return answer.text


async def test_a_leader_gives_it_to_a_colleague_who_may_decide(offices: Offices) -> None:
    page = await shown(offices, "lingdao")
    assert '<option value="dangban"' in page
    for barred in ("xieguan", "lingdao", "chengguan", "linzhen", "ziran"):
        assert f'<option value="{barred}"' not in page


async def test_so_does_the_head_of_a_department(offices: Offices) -> None:
    page = await shown(offices, "chengguan2")
    assert '<option value="chengguan"' in page
    assert '<option value="dangban"' not in page


async def test_who_leads_nobody_gives_nothing(offices: Offices) -> None:
    page = await shown(offices, SENDER)
    assert "没有人委托你审批" in page
    assert 'name="delegate"' not in page


async def test_an_auxiliary_is_no_delegate(offices: Offices) -> None:
    body = {"delegate": "xieguan", "from_day": "2026-11-20", "until_day": "2026-11-25"}
    answer = await offices.street.put("lingdao", f"/approval-delegations/{uuid4()}", body)
    assert code_of(answer) == (422, "delegate_unknown")


async def test_the_delegate_is_told_on_the_first_page_until_they_have_read_it(offices: Offices) -> None:
    delegation = await entrusted(offices)
    assert "方知秋委托你审批移送" in await shown(offices, "dangban", "/")
    assert "还没看到" in await shown(offices, "lingdao")
    await offices.street.post("dangban", f"/approval-delegations/{delegation}/acknowledgement")
    assert "方知秋委托你审批移送" not in await shown(offices, "dangban", "/")
    assert "已知悉" in await shown(offices, "lingdao")


async def test_taken_back_it_stands_with_what_is_over(offices: Offices) -> None:
    delegation = await entrusted(offices)
    await offices.street.post("lingdao", f"/approval-delegations/{delegation}/revocation")
    for who in ("lingdao", "dangban"):
        page = await shown(offices, who)
        assert "收回于" in page
        assert "生效中" not in page


async def test_it_is_over_the_day_after_its_last(offices: Offices) -> None:
    await entrusted(offices)
    offices.street.clock.at("2026-11-25T23:59:59+08:00")
    assert "生效中" in await shown(offices, "dangban")
    offices.street.clock.at("2026-11-26T00:00:00+08:00")
    page = await shown(offices, "dangban")
    assert "到期" in page
    assert "生效中" not in page


@pytest.mark.parametrize(("who", "led_there"), [("lingdao", True), (SENDER, False), ("chengguan2", True)])
async def test_my_own_page_leads_there_whoever_approves(offices: Offices, who: str, led_there: bool) -> None:
    assert (PAGE in await shown(offices, who, "/me")) is led_there


async def test_and_whoever_was_given_it(offices: Offices) -> None:
    assert PAGE not in await shown(offices, "dangban", "/me")
    await entrusted(offices)
    assert PAGE in await shown(offices, "dangban", "/me")


async def test_who_submits_reads_who_decides_meanwhile(offices: Offices) -> None:
    await entrusted(offices)
    handoff = await offices.submitted()
    assert "方知秋已委托江晚晴（至11月25日）" in await shown(offices, SENDER, f"/handoffs/{handoff}")


async def test_the_letter_names_the_delegate_to_its_own_body_alone(offices: Offices, press: None) -> None:
    await entrusted(offices)
    handoff = await offices.submitted()
    await offices.do("dangban", handoff, "approval")
    sent = await offices.do(SENDER, handoff, "dispatch")
    letter = sent["sendings"][-1]["letter"]
    assert "江晚晴（受方知秋委托）" in await shown(offices, SENDER, f"/letters/{letter}")
    assert "江晚晴" not in await shown(offices, "chengguan", f"/letters/{letter}")
