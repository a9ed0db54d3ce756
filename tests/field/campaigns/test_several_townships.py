"""跨乡镇行动: led by a department of the county; each township sees its own part, the department the figures of all."""

from backend.foundation.database import rows
from tests.field.campaigns.campaigning import SUMMARY, Campaigning
from tests.field.street import code_of

UNITS = ["sfz-zfd", "lz", "cgj"]


async def led(campaigning: Campaigning) -> str:
    return await campaigning.approved("chengguan", by="chengguan2", units=UNITS, people=[])


async def walked_by_both(campaigning: Campaigning) -> tuple[str, str]:
    """A patrol with one finding in 示范镇, one in 邻镇."""
    here = await campaigning.walked()
    await campaigning.street.finding(here, disposition="corrected")
    there = await campaigning.walked("linzhen", crew=["linzhen"])
    return here, there


async def test_the_head_of_the_department_decides_and_both_townships_hear(campaigning: Campaigning) -> None:
    campaign = await campaigning.planned("chengguan", units=UNITS, people=[])
    assert set(await campaigning.told(campaign)) == {"chengguan2"}
    assert not await campaigning.sees("lingdao", campaign)
    answer = await campaigning.post("lingdao", campaign, "approval")
    assert code_of(answer) == (404, "not_found")
    await campaigning.do("chengguan2", campaign, "approval")
    assert {"duiyuan", "lingdao", "zhihui", "linzhen"} <= set(await campaigning.told(campaign))
    assert code_of(await campaigning.post("lingdao", campaign, "approval")) == (403, "not_allowed")


async def test_each_township_sees_its_own_part_only(campaigning: Campaigning) -> None:
    campaign = await led(campaigning)
    here, there = await walked_by_both(campaigning)
    for who, own, units in (("lingdao", here, {"sfz-zfd", "cgj"}), ("linzhen", there, {"lz", "cgj"})):
        found = await campaigning.read(who, campaign)
        assert [each["id"] for each in found["patrols"]] == [own]
        assert {each["code"] for each in found["units"]} == units
        assert found["results"]["patrols"] == 1
        assert "townships" not in found
        page = await campaigning.street.page(who, f"/campaigns/{campaign}")
        assert "县城市管理局牵头" in page.text


async def test_the_department_is_told_sums_and_no_patrol(campaigning: Campaigning) -> None:
    campaign = await led(campaigning)
    await walked_by_both(campaigning)
    found = await campaigning.read("chengguan", campaign)
    assert "patrols" not in found
    assert {each["name"]: (each["patrols"], each["findings"]) for each in found["townships"]} == {
        "示范镇": (1, 1),
        "邻镇": (1, 0),
    }
    page = (await campaigning.street.page("chengguan", f"/campaigns/{campaign}")).text
    assert "示范镇" in page
    assert "/patrols/" not in page


async def test_a_township_keeps_its_own_part(campaigning: Campaigning) -> None:
    campaign = await led(campaigning)
    here, there = await walked_by_both(campaigning)
    out = {"patrol": here, "belongs": False, "reason": "是日常巡查"}
    await campaigning.do("duizhang", campaign, "patrols", out)
    hidden = await campaigning.post("duizhang", campaign, "patrols", out | {"patrol": there})
    assert code_of(hidden) == (404, "not_found")
    said = {"day": "2026-11-20", "text": "集镇已整治"}
    await campaigning.do("duizhang", campaign, "days", said)
    assert (await campaigning.read("linzhen", campaign))["notes"] == []
    refused = await campaigning.post("chengguan", campaign, "days", said)
    assert code_of(refused) == (403, "not_allowed")


async def test_the_department_reports_for_all_of_them(campaigning: Campaigning) -> None:
    campaign = await led(campaigning)
    await walked_by_both(campaigning)
    assert code_of(await campaigning.post("duizhang", campaign, "report", SUMMARY)) == (403, "not_allowed")
    await campaigning.do("chengguan", campaign, "report", SUMMARY)
    found = await campaigning.do("chengguan2", campaign, "closure")
    assert found["report"]["number"] == "示城管执整〔2026〕1号"
    line = (await campaigning.street.page("chengguan", f"/campaigns/{campaign}/timeline")).text
    assert "开展巡查2次" in line
    part = (await campaigning.street.page("duizhang", f"/campaigns/{campaign}/timeline")).text
    assert "总结送签" not in part


async def test_it_meets_the_month_of_both(campaigning: Campaigning) -> None:
    await led(campaigning)
    await walked_by_both(campaigning)
    await campaigning.windows()
    for who in ("lingdao", "linzhen"):
        items = (await campaigning.street.get(who, "/windows")).json()["items"]
        met = {each["clock"]["rule"]: each["clock"]["state"] for each in items}
        assert met["campaign.regular"] == "met"


async def test_the_plan_names_the_clause_or_says_that_it_is_a_local_agreement(
    campaigning: Campaigning,
) -> None:
    assert "本地约定" in (await campaigning.street.page("chengguan", "/campaigns/new")).text
    await rows("UPDATE townships SET profile = 'changjiang'")
    assert "组织跨区域、重大执法行动" in (await campaigning.street.page("chengguan", "/campaigns/new")).text
    assert "每月至少开展一次" not in (await campaigning.street.page("duizhang", "/campaigns/new")).text
