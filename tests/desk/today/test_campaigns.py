"""The first page: what waits for a leader's word, what came back, what is held today."""

import pytest

from backend.desk.today.queries.today import today
from tests.field.campaigns.campaigning import SUMMARY, Campaigning
from tests.field.street import NOON

REASON = {"reason": "写清楚"}


async def shown(campaigning: Campaigning, who: str) -> list[str]:
    told = await today(await campaigning.street.cast.person(who), NOON)
    return [card.word for card in told.campaigns]


async def test_a_plan_waits_for_the_leaders_and_comes_back_to_its_author(campaigning: Campaigning) -> None:
    campaign = await campaigning.planned()
    assert await shown(campaigning, "lingdao") == await shown(campaigning, "zhenzhang") == ["等批准"]
    assert await shown(campaigning, "duizhang") == []
    await campaigning.do("lingdao", campaign, "refusal", REASON)
    assert (await shown(campaigning, "lingdao"), await shown(campaigning, "duizhang")) == ([], ["退回修改"])


async def test_whoever_takes_part_sees_it_on_its_days(campaigning: Campaigning) -> None:
    await campaigning.approved()
    await campaigning.approved(first_day="2026-11-21", title="明天的整治")
    assert await shown(campaigning, "shichang") == ["进行中"]
    assert await shown(campaigning, "ziran") == []
    assert "冬季占道经营联合整治" in (await campaigning.street.page("shichang", "/")).text


async def test_a_report_waits_for_the_leaders_and_comes_back(campaigning: Campaigning) -> None:
    campaign = await campaigning.approved(last_day="2026-11-19")
    await campaigning.do("duizhang", campaign, "report", SUMMARY)
    assert (await shown(campaigning, "zhenzhang"), await shown(campaigning, "duizhang")) == (
        ["总结等签发"],
        [],
    )
    await campaigning.do("zhenzhang", campaign, "report-refusal", REASON)
    assert (await shown(campaigning, "zhenzhang"), await shown(campaigning, "duizhang")) == ([], ["待总结"])


@pytest.mark.parametrize(("who", "words"), [("chengguan2", ["等批准"]), ("chengguan", []), ("lingdao", [])])
async def test_what_a_department_leads_waits_for_its_head(
    campaigning: Campaigning, who: str, words: list[str]
) -> None:
    await campaigning.planned("chengguan", units=["cgj", "sfz-zfd", "lz"], people=[])
    assert await shown(campaigning, who) == words
