"""An officer asks for leave on the phone, the captain approves it, a recorder goes out and comes back by its label."""

from uuid import UUID

from playwright.async_api import expect

from tests.journeys.acting import act
from tests.journeys.people import THINGS
from tests.rig.browser import Screens


async def test_leave_is_asked_for_approved_and_ended_early(screens: Screens) -> None:
    phone = await screens.sign_in(await screens.open("phone"), "neiqin")
    await phone.goto("/leaves/new")
    await phone.locator("[name=kind][value=sick]").check()
    await phone.get_by_label("事由").fill("牙疼")
    await phone.get_by_role("button", name="送出").click()
    await phone.wait_for_url(lambda url: "/leaves/new" not in url)
    address = phone.url
    await expect(phone.get_by_text("等批准")).to_be_visible()
    captain = await screens.sign_in(await screens.open("tablet"), "duizhang")
    await captain.goto("/leaves")
    await captain.locator(f'a[href="/leaves/{address[-36:]}"]').click()
    await act(captain, "批准", "批准")
    await expect(captain.get_by_text("休假中")).to_be_visible()
    await captain.goto("/people")
    await expect(captain.get_by_text("病假", exact=True)).to_be_visible()
    await phone.goto(address)
    await act(phone, "提前回来，销假", "销假")
    await expect(phone.get_by_text("已结束")).to_be_visible()


async def test_a_broken_recorder_is_mended_and_goes_out_again(screens: Screens) -> None:
    thing = UUID(THINGS[1])
    clerk = await screens.sign_in(await screens.open("phone"), "neiqin")
    await clerk.goto(f"/equipment/{thing}")
    await act(clerk, "修好了", "可以领用")
    await act(clerk, "领用", "领用", purpose="街天巡查")
    await expect(clerk.get_by_text("领用中")).to_be_visible()
    await act(clerk, "归还", "归还", damage="夹子断了")
    await expect(clerk.get_by_text("坏了", exact=True)).to_be_visible()
