"""每月至少一次、定期综合检查: met by what was done on the street."""

from datetime import datetime

from backend.foundation.journal import timeline
from tests.field.campaigns.campaigning import Campaigning
from tests.field.street import ago

CAMPAIGN, CHECK = "campaign.regular", "joint_check.regular"


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00")


async def states(campaigning: Campaigning) -> dict[str, str]:
    return {rule: each.clock.state for rule, each in (await campaigning.windows()).items()}


async def test_a_campaign_carried_out_in_the_month_meets_it(campaigning: Campaigning) -> None:
    assert (await states(campaigning))[CAMPAIGN] == "running"
    campaign = await campaigning.approved()
    assert (await states(campaigning))[CAMPAIGN] == "running"
    await campaigning.street.patrol(kind="campaign")
    assert (await states(campaigning))[CAMPAIGN] == "running"  # it has not ended yet
    await campaigning.walked()
    found = (await campaigning.windows())[CAMPAIGN]
    assert (found.clock.state, found.done and str(found.done[1])) == ("met", campaign)
    assert found.done_at == at(ago(hours=1)[:19])


async def test_a_patrol_of_that_kind_without_an_approved_campaign_meets_nothing(
    campaigning: Campaigning,
) -> None:
    await campaigning.planned()
    await campaigning.walked()
    assert (await states(campaigning))[CAMPAIGN] == "running"


async def test_it_meets_the_month_it_was_carried_out_in_though_it_came_late(campaigning: Campaigning) -> None:
    campaigning.street.clock.at(at("2026-11-28T12:00:00"))
    await campaigning.windows()
    campaigning.street.clock.at(at("2026-12-02T09:00:00"))
    assert (await states(campaigning))[CAMPAIGN] == "running"
    await campaigning.approved(first_day="2026-11-30", last_day="2026-12-01")
    await campaigning.walked(started_at="2026-11-30T22:00:00+08:00", ended_at="2026-11-30T23:59:59+08:00")
    await campaigning.windows()
    assert await all_states(campaigning) == [("2026年12月", "running"), ("2026年11月", "met")]


async def all_states(campaigning: Campaigning) -> list[tuple[str, str]]:
    items = (await campaigning.street.get("lingdao", "/windows")).json()["items"]
    return [(each["words"], each["clock"]["state"]) for each in items if each["clock"]["rule"] == CAMPAIGN]


async def test_the_team_and_the_police_together_are_a_joint_check(campaigning: Campaigning) -> None:
    await campaigning.street.ended(crew=["duiyuan", "duiyuan2"], kind="routine")
    await campaigning.street.ended(kind="stand_by")
    assert (await states(campaigning))[CHECK] == "running"
    patrol = await campaigning.street.ended()
    found = (await campaigning.windows())[CHECK]
    assert (found.clock.state, found.done and str(found.done[1])) == ("met", patrol)
    assert found.clock.clock.origin == "local"


async def test_putting_a_patrol_in_meets_it_at_once(campaigning: Campaigning) -> None:
    await campaigning.windows()
    campaign, patrol = await campaigning.approved(), await campaigning.street.ended()
    await campaigning.do("duizhang", campaign, "patrols", {"patrol": patrol, "belongs": True})
    assert (await all_states(campaigning))[0] == ("2026年11月", "met")


async def test_taking_the_patrol_out_leaves_the_month_unmet(campaigning: Campaigning) -> None:
    campaign = await campaigning.approved()
    patrol = await campaigning.walked()
    await campaigning.windows()
    out = {"patrol": patrol, "belongs": False, "reason": "属于日常巡查"}
    await campaigning.do("duizhang", campaign, "patrols", out)
    assert (await all_states(campaigning))[0] == ("2026年11月", "running")
    await campaigning.do("duizhang", campaign, "patrols", {"patrol": patrol, "belongs": True})
    assert (await all_states(campaigning))[0] == ("2026年11月", "met")


async def test_another_patrol_of_the_campaign_meets_it_instead(campaigning: Campaigning) -> None:
    campaign = await campaigning.approved()
    first = await campaigning.walked(ended_at=ago(hours=2))
    await campaigning.walked()
    await campaigning.windows()
    out = {"patrol": first, "belongs": False, "reason": "属于日常巡查"}
    await campaigning.do("duizhang", campaign, "patrols", out)
    found = (await campaigning.windows())[CAMPAIGN]
    assert (found.clock.state, found.done_at) == ("met", at(ago(hours=1)[:19]))


async def test_taken_out_after_the_month_it_is_overdue_and_says_why(campaigning: Campaigning) -> None:
    campaign = await campaigning.approved()
    patrol = await campaigning.walked()
    window = (await campaigning.windows())[CAMPAIGN].window.id
    campaigning.street.clock.at(at("2026-12-01T09:00:00"))
    out = {"patrol": patrol, "belongs": False, "reason": "属于日常巡查"}
    await campaigning.do("duizhang", campaign, "patrols", out)
    await campaigning.windows()
    assert await all_states(campaigning) == [("2026年12月", "running"), ("2026年11月", "overdue")]
    assert [moment.kind for moment in await timeline("window", window)][-1] == "clock.reopened"


async def test_a_patrol_whose_end_was_put_right_into_the_next_month_meets_it_no_longer(
    campaigning: Campaigning,
) -> None:
    campaigning.street.clock.at(at("2026-11-30T12:00:00"))
    await campaigning.approved(first_day="2026-11-30", last_day="2026-12-01")
    begun, ended = "2026-11-30T22:00:00+08:00", "2026-11-30T23:59:59+08:00"
    await campaigning.windows()
    campaigning.street.clock.at(at("2026-12-01T09:00:00"))
    patrol = await campaigning.walked(started_at=begun, ended_at=ended)
    await campaigning.windows()
    assert (await all_states(campaigning))[1] == ("2026年11月", "met")
    put_right = {"base": 1, "ended_at": "2026-12-01T00:00:00+08:00"}
    answer = await campaigning.street.patch("duiyuan", f"/patrols/{patrol}", put_right)
    assert answer.status_code == 200, answer.text
    campaigning.street.clock.later(minutes=6)
    await campaigning.windows()
    assert await all_states(campaigning) == [("2026年12月", "met"), ("2026年11月", "overdue")]


async def test_the_leader_sees_it_on_the_list_and_on_the_board(campaigning: Campaigning) -> None:
    await campaigning.windows()
    board = await campaigning.street.page("lingdao", "/deadlines")
    assert "联合整治行动 2026年11月" in board.text
    await campaigning.approved()
    await campaigning.walked()
    await campaigning.windows()
    page = await campaigning.street.page("lingdao", "/campaigns")
    assert "联合整治：冬季占道经营联合整治" in page.text
    assert "按期" in page.text
    assert "联合整治行动 2026年11月" not in (await campaigning.street.page("lingdao", "/deadlines")).text


async def test_a_month_that_passed_is_explained_by_the_leader(campaigning: Campaigning) -> None:
    window = str((await campaigning.windows())[CAMPAIGN].window.id)
    said = {"explanation": "全镇防汛"}
    early = await campaigning.street.post("lingdao", f"/windows/{window}/explanation", said)
    assert early.json()["code"] == "window_not_over"
    campaigning.street.clock.at(at("2026-12-02T09:00:00"))
    await campaigning.windows()
    assert "为什么没有开展" in (await campaigning.street.page("lingdao", "/campaigns")).text
    strange = await campaigning.street.post("linzhen", f"/windows/{window}/explanation", said)
    assert strange.status_code == 403
    assert (
        await campaigning.street.post("lingdao", f"/windows/{window}/explanation", said)
    ).status_code == 201
    assert (
        await campaigning.street.post("lingdao", f"/windows/{window}/explanation", said)
    ).status_code == 200
    assert "全镇防汛" in (await campaigning.street.page("lingdao", "/campaigns")).text
