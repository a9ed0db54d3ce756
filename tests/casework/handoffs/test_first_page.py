"""The first page shows each the cases whose next step is theirs."""

from tests.casework.handoffs.offices import ADDRESSEE, SENDER, Offices
from tests.casework.handoffs.test_pages import opened


async def test_the_first_page_shows_six_of_many_letters_the_urgent_first_and_leads_to_the_rest(
    offices: Offices,
) -> None:
    urgent = await offices.sent(urgent=True)
    calm = [await offices.sent() for _ in range(6)]
    page = await opened(offices, ADDRESSEE, "/")
    assert f'href="/handoffs/{urgent}"' in page
    assert sum(f'href="/handoffs/{each}"' in page for each in calm) == 5
    assert "还有更多等我办" in page


async def test_the_first_page_of_the_leader_shows_what_waits_for_a_decision(offices: Offices) -> None:
    handoff = await offices.submitted()
    assert f"/handoffs/{handoff}" in await opened(offices, "zhenzhang", "/")
    assert f"/handoffs/{handoff}" not in await opened(offices, SENDER, "/")
    await offices.do("zhenzhang", handoff, "approval")
    assert f"/handoffs/{handoff}" not in await opened(offices, "zhenzhang", "/")


async def test_the_first_page_of_a_liaison_shows_what_is_to_be_signed_for_answered_and_reported_on(
    offices: Offices,
) -> None:
    handoff = await offices.sent()
    assert f"/handoffs/{handoff}" not in await opened(offices, "yingji", "/")
    for noun, body in (("receipt", {}), ("acceptance", {}), ("result", {"text": "已处罚"})):
        assert f"/handoffs/{handoff}" in await opened(offices, ADDRESSEE, "/")
        await offices.do(ADDRESSEE, handoff, noun, body)
    assert f"/handoffs/{handoff}" not in await opened(offices, ADDRESSEE, "/")


async def test_the_first_page_of_whoever_prepared_it_shows_what_came_back_what_may_leave_and_what_was_answered(
    offices: Offices,
) -> None:
    async def shown(who: str = SENDER) -> bool:
        return f"/handoffs/{handoff}" in await opened(offices, who, "/")

    handoff = await offices.submitted()
    await offices.do("zhenzhang", handoff, "revision", {"text": "补上测量笔录"})
    assert (await shown(), await shown("duiyuan2")) == (True, False)
    await offices.do(SENDER, handoff, "submission")
    assert not await shown()
    await offices.do("zhenzhang", handoff, "approval")
    assert await shown()
    await offices.do(SENDER, handoff, "dispatch")
    assert not await shown()
    await offices.do(ADDRESSEE, handoff, "acceptance")
    await offices.do(ADDRESSEE, handoff, "result", {"text": "已处罚"})
    assert await shown()
    await offices.do(SENDER, handoff, "closure")
    assert not await shown()


async def test_a_draft_and_what_lies_with_the_other_side_wait_for_nobody_here(offices: Offices) -> None:
    draft, sent = await offices.draft(), await offices.sent()
    page = await opened(offices, SENDER, "/")
    assert draft not in page
    assert f"/handoffs/{sent}" not in page
