"""A plan is changed on two devices, on one of them without a network: what differs merges, the same field asks."""

import re
from datetime import timedelta
from uuid import uuid4

from playwright.async_api import Page, expect

from backend.foundation.now import now
from tests.journeys import officer
from tests.journeys.record import put, told
from tests.journeys.test_offline_patrol import LEFT
from tests.rig.accessibility import violations
from tests.rig.browser import Screens
from tests.rig.waiting import has_its_key, is_ruled, keeps


async def test_the_same_field_changed_on_two_devices_asks_and_the_others_merge(screens: Screens) -> None:
    phone = await screens.sign_in(await screens.open("phone"), "duiyuan")
    await is_ruled(phone)
    patrol = await planned(phone, "农贸市场巡查")
    desk = await screens.sign_in(await screens.open("desk"), "duizhang")
    await keeps(phone, "/outbox", f"/patrols/{patrol}")
    await phone.goto(f"/patrols/{patrol}/edit")
    await has_its_key(phone)

    await phone.context.set_offline(True)
    await rename(phone, "夜市巡查", route="东街")
    await expect(phone.locator("[data-list] [data-words]")).to_have_text("改计划：农贸市场巡查")
    await desk.goto(f"/patrols/{patrol}/edit")
    await rename(desk, "早市巡查", until="2030-11-22T11:30")

    await phone.context.set_offline(False)
    await phone.goto("/outbox")
    asked = phone.get_by_role("group", name="名称")
    await expect(asked.get_by_role("radio")).to_have_count(2)
    await expect(asked).to_contain_text("本机填的夜市巡查")
    await expect(asked).to_contain_text(re.compile("韩立夏.*改成早市巡查"))
    await expect(phone.locator("[data-settle] fieldset")).to_have_count(1)
    assert await violations(phone) == []
    await asked.locator("label", has_text="夜市巡查").click()
    await phone.get_by_role("button", name="按选的送出").click()
    await officer.all_sent(phone)
    assert await phone.evaluate(LEFT) == 0
    record = await told(phone, f"/patrols/{patrol}")
    assert (record["title"], record["planned_route"]) == ("夜市巡查", "东街")
    assert record["planned_until"] == "2030-11-22T11:30:00+08:00"


async def planned(phone: Page, title: str) -> str:
    patrol, tomorrow = str(uuid4()), (now() + timedelta(days=1)).isoformat()
    crew = ["duiyuan", "duizhang", "minjing"]
    await put(
        phone,
        f"/patrols/{patrol}",
        {"kind": "joint", "title": title, "crew": crew, "planned_from": tomorrow},
    )
    return patrol


async def rename(page: Page, title: str, *, route: str = "", until: str = "") -> None:
    await page.get_by_label("名称").fill(title)
    if route:
        await page.get_by_label("路线").fill(route)
    if until:
        await page.get_by_label("计划结束").fill(until)
    await page.get_by_role("button", name="存下计划").click()
    await page.wait_for_url(lambda url: not url.endswith("/edit"))
