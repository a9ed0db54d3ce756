"""总结: written, signed by a leader who did not write it, issued as a numbered paper with the figures in it."""

from tests.field.campaigns.campaigning import SUMMARY, Campaigning, campaign_body
from tests.field.street import code_of

REASON = {"reason": "写清成效"}


async def test_signed_it_is_numbered_and_the_campaign_ends(campaigning: Campaigning, press: None) -> None:
    campaign = await campaigning.approved()
    patrol = await campaigning.walked()
    await campaigning.street.finding(patrol, disposition="corrected")
    await campaigning.do("duizhang", campaign, "report", SUMMARY)
    draft = await campaigning.street.get("lingdao", f"/campaigns/{campaign}/report.pdf")
    assert draft.content.startswith(b"%PDF")
    found = await campaigning.do("lingdao", campaign, "closure")
    assert (found["state_name"], found["report"]["number"]) == ("已总结", "示政执整〔2026〕1号")
    assert (await campaigning.post("lingdao", campaign, "closure")).status_code == 200
    for form, begin in (("pdf", b"%PDF"), ("docx", b"PK")):
        paper = await campaigning.street.get("duizhang", f"/campaigns/{campaign}/report.{form}")
        assert paper.content.startswith(begin)
    line = (await campaigning.street.page("duizhang", f"/campaigns/{campaign}/timeline")).text
    assert "开展巡查1次，出动3人次，发现问题1个：占道经营1个；处置：当场改正1个" in line


async def test_sent_back_it_is_written_anew(campaigning: Campaigning) -> None:
    campaign = await campaigning.reported()
    assert "联合整治总结等你签发：冬季占道经营联合整治" in (await campaigning.told(campaign))["zhenzhang"]
    waits = await campaigning.post("neiqin", campaign, "report", SUMMARY)
    assert code_of(waits) == (409, "campaign_report_waits")
    found = await campaigning.do("zhenzhang", campaign, "report-refusal", REASON)
    assert (found["report"]["waits"], found["report"]["return_reason"]) == (False, "写清成效")
    assert code_of(await campaigning.post("zhenzhang", campaign, "closure")) == (409, "campaign_report_none")
    page = await campaigning.street.page("duizhang", f"/campaigns/{campaign}/report")
    assert "写清成效" in page.text
    assert SUMMARY["summary"] in page.text
    await campaigning.do("duizhang", campaign, "report", SUMMARY | {"summary": "三天劝导六十户"})
    await campaigning.do("zhenzhang", campaign, "closure")


async def test_who_wrote_it_does_not_sign_it(campaigning: Campaigning, roles: None) -> None:
    campaign = await campaigning.reported()
    for noun, body in (("closure", {}), ("report-refusal", REASON)):
        assert code_of(await campaigning.post("duizhang", campaign, noun, body)) == (
            403,
            "campaign_own_report",
        )


async def test_before_it_begins_there_is_nothing_to_report(campaigning: Campaigning) -> None:
    campaign = await campaigning.approved(first_day="2026-11-21")
    answer = await campaigning.post("duizhang", campaign, "report", SUMMARY)
    assert code_of(answer) == (409, "campaign_not_begun")


async def test_whoever_only_takes_part_does_not_see_the_paper(campaigning: Campaigning) -> None:
    campaign = await campaigning.reported(units=[*campaign_body()["units"], "cgj"])
    assert await campaigning.sees("chengguan", campaign)
    assert "report" not in await campaigning.read("chengguan", campaign)
    hidden = await campaigning.street.get("chengguan", f"/campaigns/{campaign}/report.pdf")
    assert code_of(hidden) == (404, "not_found")
    assert code_of(await campaigning.post("chengguan", campaign, "report", SUMMARY)) == (403, "not_allowed")


async def test_the_figures_of_a_number_of_its_own_register(campaigning: Campaigning) -> None:
    campaign = await campaigning.reported()
    found = await campaigning.do("lingdao", campaign, "closure", {"number": "示政发〔2026〕31号"})
    assert found["report"]["number"] == "示政发〔2026〕31号"
