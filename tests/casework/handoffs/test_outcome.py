"""What stands at the top of a case: why it came back, where it should go, what became of it."""

from tests.casework.handoffs.offices import ADDRESSEE, SENDER, Offices
from tests.casework.handoffs.test_pages import opened


async def test_what_was_given_back_says_why_first_and_leads_to_the_body_that_was_named(
    offices: Offices,
) -> None:
    handoff = await offices.returned()
    page = await opened(offices, SENDER, f"/handoffs/{handoff}")
    assert page.index("为什么退回") < page.index("不属于城市管理职责") < page.index("点开看逐日计算")
    assert "不属于城市管理职责（应由县应急管理局管）" in page
    assert f'href="/handoffs/{handoff}/edit?to_unit=yjj">改送县应急管理局' in page
    form = await opened(offices, SENDER, f"/handoffs/{handoff}/edit?to_unit=yjj")
    assert '<option value="yjj" selected>' in form
    assert '"to_unit": "cgj"' in form


async def test_who_was_named_outside_the_list_is_chosen_by_the_sender(offices: Offices) -> None:
    handoff = await offices.sent()
    body = {"reason": "不归本局管", "competent_body": "县生态环境分局"}
    await offices.do(ADDRESSEE, handoff, "return", body)
    page = await opened(offices, SENDER, f"/handoffs/{handoff}")
    assert f'href="/handoffs/{handoff}/edit">改送别的单位' in page
    assert "县生态环境分局" in page
    form = await opened(offices, SENDER, f"/handoffs/{handoff}/edit?to_unit=nirgends")
    assert '<option value="cgj" selected>' in form


async def test_with_another_addressee_it_is_submitted_and_has_no_number_yet(offices: Offices) -> None:
    handoff = await offices.returned()
    await offices.street.patch(SENDER, f"/handoffs/{handoff}", {"to_unit": "yjj"})
    assert "改送" not in await opened(offices, SENDER, f"/handoffs/{handoff}")
    await offices.do(SENDER, handoff, "submission")
    page = await opened(offices, SENDER, f"/handoffs/{handoff}")
    assert "移送时编号，草稿不占号" in page
    assert (await offices.read(SENDER, handoff))["number"] is None


async def test_what_a_leader_wants_changed_stands_at_the_top_with_the_way_to_change_it(
    offices: Offices,
) -> None:
    handoff = await offices.submitted()
    await offices.do("zhenzhang", handoff, "revision", {"text": "补上测量笔录"})
    page = await opened(offices, SENDER, f"/handoffs/{handoff}")
    assert page.index("要改什么") < page.index("补上测量笔录") < page.index("点开看逐日计算")
    assert page.count(f'href="/handoffs/{handoff}/edit"') == 2


async def test_the_result_stands_above_the_papers_and_the_course(offices: Offices) -> None:
    handoff = await offices.accepted()
    assert "处理结果</h2>" not in await opened(offices, SENDER, f"/handoffs/{handoff}")
    await offices.do(ADDRESSEE, handoff, "result", {"text": "已责令清运，罚款五千元"})
    for who in (SENDER, ADDRESSEE):
        page = await opened(offices, who, f"/handoffs/{handoff}")
        assert page.index("已责令清运，罚款五千元") < page.index("点开看逐日计算")
