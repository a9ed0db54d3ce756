"""A draft begins with what its finding says, and the finding leads to it."""

import re

from tests.casework.handoffs.offices import SENDER, Offices
from tests.casework.handoffs.test_pages import opened
from tests.office.matters.lists import CITY, listed


async def test_the_form_is_filled_with_what_the_finding_says(offices: Offices) -> None:
    finding = await offices.street.finding(await offices.street.patrol(), facts="填埋建筑垃圾约三十立方米")
    page = await opened(offices, SENDER, f"/handoffs/new?finding={finding}")
    assert "填埋建筑垃圾约三十立方米" in page
    assert f'name="finding" value="{finding}"' in page


async def test_the_form_begins_with_the_matter_of_the_finding_whoever_punishes_it_and_whom_it_is_about(
    offices: Offices,
) -> None:
    await listed("SW-01", standing="kept", punishing=CITY)
    party = {"name": "示范县好又来公司", "kind": "firm"}
    patrol = await offices.street.patrol()
    finding = await offices.street.finding(patrol, matter_code="SW-01", ongoing=True, party=party)
    page = await opened(offices, SENDER, f"/handoffs/new?finding={finding}")
    assert 'name="matter_code" value="SW-01"' in page
    assert '<option value="cgj" selected>' in page
    assert "示范县好又来公司" in page
    assert re.search(r'name="ongoing"[^>]* checked', page)


async def test_a_matter_the_township_punishes_itself_chooses_nobody(offices: Offices) -> None:
    await listed("SR-01")
    finding = await offices.street.finding(await offices.street.patrol(), matter_code="SR-01")
    page = await opened(offices, SENDER, f"/handoffs/new?finding={finding}")
    assert "归本地处罚" in page
    assert " selected>" not in page[page.index('name="to_unit"') : page.index("什么时候知道归对方管")]


async def test_what_was_to_be_handed_over_leads_there_first_and_only_once(offices: Offices) -> None:
    patrol = await offices.street.patrol()
    to_hand_over = await offices.street.finding(patrol, disposition="handoff")
    page = await opened(offices, SENDER, f"/patrols/{patrol}/findings/{to_hand_over}")
    assert page.count(f"/handoffs/new?finding={to_hand_over}") == 1
    assert page.index("/handoffs/new?finding=") > page.index("ld-dock")
    await offices.draft(finding=to_hand_over)
    page = await opened(offices, SENDER, f"/patrols/{patrol}/findings/{to_hand_over}")
    assert "再起草一件移送" in page


async def test_a_finding_nobody_may_see_opens_no_form(offices: Offices) -> None:
    finding = await offices.street.finding(await offices.street.patrol())
    assert (await offices.street.page("linzhen", f"/handoffs/new?finding={finding}")).status_code == 404
