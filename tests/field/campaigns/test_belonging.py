"""Patrols belong to a campaign by themselves, and somebody may say otherwise; the patrols stay as they are."""

from datetime import timedelta
from urllib.parse import quote

from backend.foundation.database import row
from tests.field.campaigns.campaigning import Campaigning
from tests.field.street import NOON, ago, code_of


async def test_a_patrol_of_its_units_in_its_days_belongs_by_itself(campaigning: Campaigning) -> None:
    early = await campaigning.walked()
    campaign = await campaigning.planned()
    assert await campaigning.patrols(campaign) == []
    await campaigning.do("lingdao", campaign, "approval")
    late = await campaigning.walked(who="minjing", crew=["minjing"], started_at=ago(hours=1.5))
    assert await campaigning.patrols(campaign) == [early, late]


async def test_others_do_not(campaigning: Campaigning) -> None:
    campaign = await campaigning.approved()
    await campaigning.walked(kind="joint")
    await campaigning.walked("ziran", crew=["ziran"])
    await campaigning.walked(started_at=ago(days=2), ended_at=ago(days=2))
    await campaigning.street.planned(kind="campaign", planned_from=ago(hours=-3))
    assert await campaigning.patrols(campaign) == []


async def test_both_midnights_of_its_days(campaigning: Campaigning) -> None:
    campaign = await campaigning.approved()
    midnight = NOON.replace(hour=0) - timedelta(days=1)
    first = await campaigning.walked(started_at=midnight.isoformat(), ended_at=ago(hours=20))
    before = (midnight - timedelta(seconds=1)).isoformat()
    await campaigning.walked(started_at=before, ended_at=ago(hours=20))
    assert await campaigning.patrols(campaign) == [first]


async def test_taken_out_by_hand_and_put_in_again(campaigning: Campaigning) -> None:
    campaign, patrol = await campaigning.approved(), await campaigning.walked()
    out = {"patrol": patrol, "belongs": False, "reason": "是日常巡查"}
    assert (await campaigning.do("duizhang", campaign, "patrols", out))["patrols"] == []
    assert (await campaigning.post("duizhang", campaign, "patrols", out)).status_code == 200
    back = await campaigning.do("neiqin", campaign, "patrols", {"patrol": patrol, "belongs": True})
    assert [(each["id"], each["decided"]) for each in back["patrols"]] == [(patrol, True)]


async def test_taking_out_says_why(campaigning: Campaigning) -> None:
    campaign, patrol = await campaigning.approved(), await campaigning.walked()
    answer = await campaigning.post("duizhang", campaign, "patrols", {"patrol": patrol, "belongs": False})
    assert code_of(answer) == (400, "invalid")


async def test_a_filed_patrol_is_put_in_without_being_written(campaigning: Campaigning) -> None:
    campaign, patrol = await campaigning.approved(), await campaigning.street.filed()
    before = await row("SELECT version, filed_at FROM patrols WHERE id = ?", patrol)
    found = await campaigning.do("duizhang", campaign, "patrols", {"patrol": patrol, "belongs": True})
    assert [(each["id"], each["filed"]) for each in found["patrols"]] == [(patrol, True)]
    assert await row("SELECT version, filed_at FROM patrols WHERE id = ?", patrol) == before


async def test_put_into_one_it_leaves_the_other(campaigning: Campaigning) -> None:
    one, other = await campaigning.approved(), await campaigning.approved(title="食品安全整治")
    patrol = await campaigning.walked()
    assert await campaigning.patrols(one) == await campaigning.patrols(other) == [patrol]
    await campaigning.do("duizhang", other, "patrols", {"patrol": patrol, "belongs": True})
    assert (await campaigning.patrols(one), await campaigning.patrols(other)) == ([], [patrol])


async def test_what_is_not_its_days_or_not_theirs_to_see_is_refused(campaigning: Campaigning) -> None:
    campaign = await campaigning.approved()
    old = await campaigning.walked(started_at=ago(days=5), ended_at=ago(days=5))
    strange = await campaigning.street.patrol("linzhen", crew=["linzhen"], kind="routine")
    answer = await campaigning.post("duizhang", campaign, "patrols", {"patrol": old, "belongs": True})
    assert code_of(answer) == (422, "campaign_other_day")
    hidden = await campaigning.post("duizhang", campaign, "patrols", {"patrol": strange, "belongs": True})
    assert code_of(hidden) == (404, "not_found")


async def test_a_cancelled_patrol_belongs_nowhere(campaigning: Campaigning) -> None:
    campaign = await campaigning.approved()
    patrol = await campaigning.street.planned(kind="campaign", planned_from=ago(hours=1))
    await campaigning.street.post("duiyuan", f"/patrols/{patrol}/cancellation", {"reason": "大雨"})
    assert await campaigning.patrols(campaign) == []


async def test_the_page_of_a_patrol_names_its_campaign_to_whoever_sees_both(campaigning: Campaigning) -> None:
    campaign, patrol = await campaigning.approved(), await campaigning.walked()
    fetched = f"/campaigns/of?patrol={patrol}"
    assert fetched in (await campaigning.street.page("duiyuan", f"/patrols/{patrol}")).text
    assert f"/campaigns/{campaign}" in (await campaigning.street.page("duiyuan", fetched)).text
    for who in (
        "shichang",
        "ziran",
        "linzhen",
    ):  # takes part but did not walk along; neither; another township's
        assert f"/campaigns/{campaign}" not in (await campaigning.street.page(who, fetched)).text


async def test_a_task_can_be_given_from_it(campaigning: Campaigning) -> None:
    campaign = await campaigning.approved()
    page = await campaigning.street.page("duizhang", f"/campaigns/{campaign}")
    link = f"/tasks/new?kind=campaign&amp;origin={campaign}"
    assert link in page.text
    form = await campaigning.street.page("duizhang", link.replace("&amp;", "&"))
    assert "联合整治：冬季占道经营联合整治" in form.text


async def test_on_its_days_the_next_act_is_to_go_out(campaigning: Campaigning) -> None:
    campaign, start = (
        await campaigning.approved(),
        "/patrols/new?kind=campaign&amp;title=" + quote("冬季"),
    )
    for who in ("duizhang", "duiyuan", "minjing"):
        assert start in (await campaigning.street.page(who, f"/campaigns/{campaign}")).text, who
    assert start not in (await campaigning.street.page("lingdao", f"/campaigns/{campaign}")).text
    others = await campaigning.approved(units=["sfz-scs"], people=None)
    shown = (await campaigning.street.page("duizhang", f"/campaigns/{others}")).text
    assert start not in shown  # a patrol of theirs would not belong to it
    assert "写总结" in shown
    campaigning.street.clock.later(days=3)
    assert start not in (await campaigning.street.page("duiyuan", f"/campaigns/{campaign}")).text
