"""方案: planned, decided on by a leader who did not write it, announced to whoever takes part."""

import re
from uuid import uuid4

import pytest

from tests.field.campaigns.campaigning import TODAY, Campaigning, campaign_body
from tests.field.street import code_of

REASON = {"reason": "写明集合地点"}


async def test_it_waits_for_a_leader_and_nobody_else_hears_of_it(campaigning: Campaigning) -> None:
    campaign = await campaigning.planned()
    found = await campaigning.read("duizhang", campaign)
    assert (found["state_name"], found["led_by"]) == ("等批准", "示范镇人民政府")
    assert {each["code"] for each in found["units"]} == {"sfz-zfd", "sfz-pcs", "sfz-scs"}
    assert set(await campaigning.told(campaign)) == {"lingdao", "zhenzhang"}
    assert not await campaigning.sees("shichang", campaign)


async def test_approved_it_is_announced_to_the_units_that_take_part(campaigning: Campaigning) -> None:
    campaign = await campaigning.approved()
    told = await campaigning.told(campaign)
    assert {"duiyuan", "duizhang", "minjing", "suozhang", "shichang", "zhihui"} <= set(told)
    assert not {"ziran", "linzhen", "lingdao"} & {
        who for who, titles in told.items() if "联合整治：冬季占道经营联合整治" in titles
    }
    assert await campaigning.sees("shichang", campaign)
    assert not await campaigning.sees("ziran", campaign)
    found = await campaigning.read("shichang", campaign)
    assert (found["state_name"], found["approved_by_name"]) == ("进行中", "方知秋")


async def test_the_units_of_the_people_it_names_take_part(campaigning: Campaigning) -> None:
    campaign = await campaigning.approved(people=["ziran"])
    assert await campaigning.sees("ziran", campaign)


async def test_who_planned_it_does_not_approve_it(campaigning: Campaigning, roles: None) -> None:
    campaign = await campaigning.planned("duizhang")
    for noun, body in (("approval", {}), ("refusal", REASON)):
        assert code_of(await campaigning.post("duizhang", campaign, noun, body)) == (403, "campaign_own")
    await campaigning.do("zhenzhang", campaign, "approval")


async def test_sent_back_it_is_planned_anew(campaigning: Campaigning) -> None:
    campaign = await campaigning.planned()
    found = await campaigning.do("lingdao", campaign, "refusal", REASON)
    assert (found["state"], found["return_reason"]) == ("returned", "写明集合地点")
    assert (await campaigning.told(campaign))["duizhang"] == ["联合整治方案退回修改：冬季占道经营联合整治"]
    assert code_of(await campaigning.post("lingdao", campaign, "approval")) == (409, "campaign_state")
    page = await campaigning.street.page("duizhang", f"/campaigns/{campaign}/plan")
    assert "写明集合地点" in page.text
    again = await campaigning.do(
        "neiqin", campaign, "plan", campaign_body(units=["sfz-zfd", "sfz-jj"], people=[])
    )
    assert (again["state"], {each["code"] for each in again["units"]}) == ("submitted", {"sfz-zfd", "sfz-jj"})
    assert code_of(await campaigning.post("neiqin", campaign, "plan", campaign_body())) == (
        409,
        "campaign_state",
    )


async def test_twice_is_harmless(campaigning: Campaigning) -> None:
    campaign = str(uuid4())
    body = campaign_body()
    assert (await campaigning.street.put("duizhang", f"/campaigns/{campaign}", body)).status_code == 201
    assert (await campaigning.street.put("duizhang", f"/campaigns/{campaign}", body)).status_code == 200
    other = await campaigning.street.put("duizhang", f"/campaigns/{campaign}", body | {"title": "别的"})
    assert code_of(other) == (409, "conflict")
    await campaigning.do("lingdao", campaign, "approval")
    assert (await campaigning.post("lingdao", campaign, "approval")).status_code == 200


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"units": []}, (400, "invalid")),
        ({"units": ["sfz-zfd", "lz"]}, (400, "invalid")),
        ({"units": ["xf"]}, (400, "invalid")),
        ({"people": ["linzhen"]}, (400, "invalid")),
        ({"places": [str(uuid4())]}, (400, "invalid")),
        ({"cause": " "}, (400, "invalid")),
        ({"last_day": "2026-11-18"}, (422, "times_crossed")),
        ({"last_day": "2027-12-01"}, (400, "invalid")),
        ({"field": "一" * 41}, (400, "invalid")),
    ],
)
async def test_a_plan_that_does_not_hold_says_what_is_wrong(
    campaigning: Campaigning, changes: dict[str, object], code: tuple[int, str]
) -> None:
    answer = await campaigning.street.put("duizhang", f"/campaigns/{uuid4()}", campaign_body(**changes))
    assert code_of(answer) == code


async def test_called_off_before_anything_was_done(campaigning: Campaigning) -> None:
    campaign = await campaigning.approved()
    found = await campaigning.do("duizhang", campaign, "cancellation", {"reason": "大雨"})
    assert (found["state_name"], found["cancel_reason"]) == ("已取消", "大雨")
    assert "联合整治取消：冬季占道经营联合整治" in (await campaigning.told(campaign))["shichang"]
    assert (
        await campaigning.post("duizhang", campaign, "cancellation", {"reason": "大雨"})
    ).status_code == 200


async def test_what_was_carried_out_is_not_called_off(campaigning: Campaigning) -> None:
    campaign = await campaigning.approved()
    await campaigning.walked()
    answer = await campaigning.post("duizhang", campaign, "cancellation", {"reason": "大雨"})
    assert code_of(answer) == (409, "campaign_carried_out")


async def test_it_is_listed_with_how_it_stands(campaigning: Campaigning) -> None:
    first = await campaigning.planned(first_day=TODAY.isoformat(), title="第一次整治")
    second = await campaigning.approved(title="第二次整治")
    listed = (await campaigning.street.get("duizhang", "/campaigns")).json()["items"]
    assert [(each["id"], each["state"]) for each in listed] == [(first, "submitted"), (second, "approved")]
    page = await campaigning.street.page("lingdao", "/campaigns")
    assert "第一次整治" in page.text
    assert "等批准" in page.text
    hidden = (await campaigning.street.get("shichang", "/campaigns?state=submitted")).json()["items"]
    assert hidden == []


async def test_a_new_plan_begins_with_the_own_unit_taking_part(campaigning: Campaigning) -> None:
    page = (await campaigning.street.page("duizhang", "/campaigns/new")).text
    assert re.findall(r'name="units" value="([\w-]+)" checked', page) == ["sfz-zfd"]
