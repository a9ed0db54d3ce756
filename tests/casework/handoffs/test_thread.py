"""The thread from the finding to the result, on the finding's page and in the ledger."""

import html

from tests.casework.handoffs.offices import ADDRESSEE, SENDER, Offices


async def handed_over(offices: Offices) -> tuple[str, str, str]:
    patrol = await offices.street.patrol()
    finding = await offices.street.finding(patrol)
    return patrol, finding, await offices.accepted(finding=finding)


async def test_the_finding_leads_to_its_handoff_and_to_a_new_one(offices: Offices) -> None:
    patrol, finding, handoff = await handed_over(offices)
    page = (await offices.street.page(SENDER, f"/patrols/{patrol}/findings/{finding}")).text
    assert f'href="/handoffs/{handoff}"' in page
    assert f'href="/handoffs/new?finding={finding}"' in page
    assert "已受理" in page


async def test_the_ledger_tells_the_whole_thread(offices: Offices) -> None:
    patrol, _, handoff = await handed_over(offices)
    await offices.do(ADDRESSEE, handoff, "result", {"text": "已责令清运，罚款五千元"})
    page = html.unescape((await offices.street.page("lingdao", f"/ledger/{patrol}")).text)
    for words in (f'href="/handoffs/{handoff}"', "示政执移〔2026〕1号", "已反馈", "已责令清运，罚款五千元"):
        assert words in page


async def test_police_who_walked_along_see_the_finding_and_not_the_case(offices: Offices) -> None:
    patrol, finding, handoff = await handed_over(offices)
    page = (await offices.street.page("minjing", f"/patrols/{patrol}/findings/{finding}")).text
    assert handoff not in page
