"""突发事件处置 through the pages: opened by the dispatcher, logged from a phone without a network, ended, reported in one tap."""

import re
from pathlib import Path

from playwright.async_api import Page, expect

from tests.foundation.evidence.pictures import photo
from tests.journeys.officer import add_photo, all_sent
from tests.journeys.record import told
from tests.rig.accessibility import violations
from tests.rig.browser import Screens
from tests.rig.waiting import has_its_key, is_ruled, keeps

SEEN = "警戒带拉好，围观的退到路对面"


async def test_an_emergency_goes_from_its_opening_to_the_report(screens: Screens, tmp_path: Path) -> None:
    desk = await screens.sign_in(await screens.open("desk"), "zhihui")
    phone = await screens.sign_in(await screens.open("phone"), "duiyuan")
    await is_ruled(phone)
    own = await opened(desk)
    await kept(phone, own)
    taken = tmp_path / "there.jpg"
    taken.write_bytes(photo(900, 700))
    await phone.context.set_offline(True)
    await add_photo(phone, taken)
    await phone.get_by_label("发生了什么").fill(SEEN)
    await phone.get_by_role("button", name="记下").click()
    await expect(phone.get_by_text(f"处置记录：{SEEN}")).to_be_visible()
    # A part that fetched itself is no tap that failed.
    await expect(phone.get_by_text("打不开")).to_have_count(0)
    assert len((await told(desk, own))["entries"]) == 1

    await phone.context.set_offline(False)
    await all_sent(phone)
    await expect(desk.get_by_text(SEEN)).to_be_visible()  # told by itself, without a tap
    assert [len(each["photos"]) for each in (await told(desk, own))["entries"]] == [0, 1]
    assert await violations(desk) == []
    await end_and_report(desk)


async def opened(desk: Page) -> str:
    """The address of an emergency that calls duiyuan in."""
    await desk.goto("/emergencies/new")
    await desk.locator("[name=category][value=火灾爆炸]").check()
    await desk.get_by_label("现在知道什么").fill("北门店铺冒烟")
    await desk.locator("[name=people][value=duiyuan]").check()
    assert await violations(desk) == []
    await desk.get_by_role("button", name="开始处置").click()
    await desk.wait_for_url(re.compile("/emergencies/[0-9a-f-]{36}$"))
    return f"/emergencies/{desk.url.rsplit('/', 1)[1]}"


async def kept(phone: Page, own: str) -> None:
    """Both pages lie on the phone, which stands on that of a new entry."""
    await phone.goto(own)
    await keeps(phone, own)
    await phone.goto(f"{own}/entries/new")
    await keeps(phone, f"{own}/entries/new")
    await has_its_key(phone)


async def end_and_report(desk: Page) -> None:
    await desk.get_by_role("button", name="结束", exact=True).click()
    await desk.get_by_label("结果怎样").fill("明火已灭，无人受伤")
    await desk.get_by_role("button", name="结束处置").click()
    await desk.get_by_role("link", name="首报这件事").click()
    facts = re.compile(f"北门店铺冒烟.*{SEEN}", re.DOTALL)
    await expect(desk.get_by_label("发生了什么")).to_have_value(facts)
    await desk.get_by_role("button", name="立即首报").click()
    await desk.wait_for_url(re.compile("/incidents/[0-9a-f-]{36}$"))
    await desk.get_by_role("link", name=re.compile("看来源：突发事件处置")).click()
    await expect(desk.get_by_role("link", name=re.compile("突发事件报送：火灾爆炸"))).to_be_visible()
