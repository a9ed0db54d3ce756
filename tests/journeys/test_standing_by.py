"""At the post: signed in outside the fence and then inside, the second time without a network; the captain sees the gap."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from playwright.async_api import Page, expect

from tests.journeys.day import Day
from tests.journeys.officer import all_sent
from tests.journeys.record import post, told
from tests.rig.accessibility import violations
from tests.rig.waiting import has_its_key

OUTSIDE = {"latitude": 24.17341, "longitude": 102.40450, "accuracy": 8}
AT_THE_TOWN_HALL = {"latitude": 24.17756, "longitude": 102.40509, "accuracy": 8}
CAPTAIN = "duizhang"
# Of the team those who can sign in.
KNOWN = ({"duiyuan"}, {"duiyuan2"}, {"xieguan"}, {"neiqin"})
A_MONTH = timedelta(days=45)


async def test_the_captain_sees_the_gap_until_somebody_stands_there(day: Day) -> None:
    screens = day.screens
    captain = await screens.sign_in(await screens.open("desk"), CAPTAIN)
    shift = await a_night_watch(captain, screens.server.clock.read())
    who = shift["slots"][0]["people"][0]
    screens.server.clock.at(datetime.fromisoformat(shift["begins_at"]) + timedelta(minutes=10))
    captain = await screens.sign_in(await screens.open("desk"), CAPTAIN)
    phone = await screens.sign_in(await screens.open("phone", geolocation=OUTSIDE), who["username"])

    await captain.goto("/duty/now")
    gap = captain.locator("a").filter(has_text=f"{who['name']} · 夜间值班")
    await expect(gap).to_contain_text("未到岗")
    await phone.goto("/duty/now")
    await has_its_key(phone)
    async with phone.expect_navigation():
        await phone.get_by_role("button", name="签到").click()
    await expect(phone.locator("#main")).to_contain_text("区域外")
    await expect(gap).to_contain_text("不在岗位")  # told by itself, without a tap
    await expect(gap).to_contain_text("区域外")

    screens.server.clock.later(minutes=2)
    await phone.context.set_geolocation(AT_THE_TOWN_HALL)  # type: ignore[arg-type]
    await phone.context.set_offline(True)
    await phone.get_by_role("button", name="签到").click()
    await expect(phone.get_by_text("在本机，还没送到")).to_be_visible()
    await expect(gap).to_contain_text("不在岗位")
    await phone.context.set_offline(False)
    await all_sent(phone)
    await expect(phone.get_by_role("button", name="签退")).to_be_visible()
    await expect(gap).to_have_count(0)
    assert await violations(phone) == []
    assert await violations(captain) == []
    [held] = [
        each for each in (await told(captain, "/duty/now"))["items"] if each["username"] == who["username"]
    ]
    assert (held["state"], held["seen"]["fence"]) == ("there", "inside")


async def a_night_watch(captain: Page, at: datetime) -> dict[str, Any]:
    """The next one at the town hall of somebody who can sign in; the month to come is published, for it may lie there."""
    drafts = [each for each in (await told(captain, "/rosters"))["items"] if each["state"] == "draft"]
    for draft in drafts:
        await post(captain, f"/rosters/{draft['id']}/publication", {})
    until = quote((at + A_MONTH).isoformat())
    coming = (await told(captain, f"/shifts?until={until}"))["items"]
    return next(
        each
        for each in coming
        if each["name"] == "夜间值班"
        and each["begins_at"] > at.isoformat()
        and {person["username"] for person in each["slots"][0]["people"]} in KNOWN
    )
