"""指挥 through the pages: a phone shares its place and says so, the desk sees it come, it ends with a tap."""

import re

from playwright.async_api import FloatRect, Page, expect

from tests.journeys.record import told
from tests.rig.accessibility import violations
from tests.rig.browser import Screens


async def test_a_place_is_shared_in_sight_of_both_and_ends_with_a_tap(screens: Screens) -> None:
    phone = await screens.sign_in(await screens.open("phone"), "duiyuan")
    desk = await screens.sign_in(await screens.open("desk"), "zhihui")
    await desk.goto("/command")
    await expect(desk.locator(".ld-map__canvas[data-drawn]")).to_be_visible()
    bar = phone.locator(".ld-sync_sharing")
    await expect(bar).to_be_hidden()

    await phone.get_by_role("button", name="共享位置").click()
    await expect(bar).to_contain_text("指挥中心看得到你的位置")
    await phone.goto("/patrols")
    await expect(bar).to_be_visible()  # on every page, as long as it is so
    assert await violations(phone) == []
    await desk.reload()
    await expect(desk.locator("#situation")).to_contain_text(re.compile("位置刚刚，共享"))
    await expect(desk.locator(".ld-map__who", has_text="沈禾")).to_have_count(1)
    assert await meeting(desk) == []
    assert await violations(desk) == []

    await bar.get_by_role("button", name="停止").click()
    await expect(bar).to_be_hidden()
    found = (await told(desk, "/command"))["people"]
    assert [
        each["name"] for each in found if each["position"] and each["position"]["source"] == "shared"
    ] == []


async def meeting(desk: Page) -> list[str]:
    """Names of places that stand under the name of a person."""
    who = [box for each in await desk.locator(".ld-map__who").all() if (box := await each.bounding_box())]
    shown = desk.locator(".ld-map__label:not(.ld-map__label_mute) > span")
    return [
        await each.inner_text()
        for each in await shown.all()
        if (box := await each.bounding_box()) and any(_meet(box, other) for other in who)
    ]


def _meet(one: FloatRect, other: FloatRect) -> bool:
    across = one["x"] < other["x"] + other["width"] and other["x"] < one["x"] + one["width"]
    return across and one["y"] < other["y"] + other["height"] and other["y"] < one["y"] + one["height"]
