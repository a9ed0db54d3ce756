"""The administrator's pages in three sizes, light, dark and 关怀模式: nothing axe finds, nothing that scrolls sideways."""

import pytest
from playwright.async_api import Page, expect

from backend.demo.organisation import officer_id, unit_id
from tests.rig.accessibility import violations
from tests.rig.browser import DeviceName, Scheme, Screens

PAGES = {
    "guanli": [
        "/units",
        "/units/new",
        f"/units/{unit_id('sfz-zfd')}",
        f"/units/{unit_id('sfz-zfd')}/edit",
        "/officers",
        "/officers/new",
        f"/officers/{officer_id('duiyuan3')}",
        f"/officers/{officer_id('duiyuan3')}/edit",
        f"/officers/{officer_id('duiyuan3')}/certificates/new",
        "/settings",
    ],
    "duiyuan": ["/me", "/me/devices", "/me/tokens", "/me/install", "/me/privacy", "/password"],
}
LOOKS: list[tuple[DeviceName, Scheme, bool]] = [
    ("phone", "light", False),
    ("phone", "dark", True),
    ("tablet", "light", True),
    ("desk", "dark", False),
]


async def faults(page: Page, path: str) -> list[str]:
    """What axe finds on the whole page, and how far it scrolls sideways."""
    await page.goto(path)
    # As tall as its content: a row half behind the tab bar is no small target, one only has to scroll.
    size = page.viewport_size
    assert size is not None
    tall = await page.evaluate("document.documentElement.scrollHeight + 200")
    await page.set_viewport_size({"width": size["width"], "height": tall})
    found = await violations(page)
    await page.set_viewport_size(size)
    over = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*found, *([f"{path} scrolls sideways by {over} px"] if over > 0 else [])]


@pytest.mark.parametrize(("device", "scheme", "care"), LOOKS)
async def test_every_page_can_be_used_by_everybody(
    screens: Screens, device: DeviceName, scheme: Scheme, care: bool
) -> None:
    found = []
    door = await screens.open(device, scheme=scheme, care=care)
    for path in ("/login", "/login?as=duiyuan&expired=1"):
        found += await faults(door, path)
    for username, paths in PAGES.items():
        page = await screens.sign_in(await screens.open(device, scheme=scheme, care=care), username)
        for path in paths:
            found += await faults(page, path)
    assert found == []


async def test_a_newcomer_is_added_signs_in_and_sets_a_password_of_their_own(screens: Screens) -> None:
    desk = await screens.sign_in(await screens.open("desk"), "guanli")
    await desk.goto("/officers/new")
    await desk.get_by_label("姓名").fill("欧阳·青禾")
    await desk.get_by_label("用户名").fill("qinghe")
    await desk.get_by_label("单位").select_option(label="综合行政执法队")
    await desk.locator("[name=roles][value=officer]").check()
    await desk.get_by_role("button", name="加人，并给初始密码").click()
    password = await desk.locator("output").inner_text()
    phone = await screens.sign_in(await screens.open("phone"), "qinghe", password)
    await expect(phone.get_by_role("heading", name="设一个自己的密码")).to_be_visible()
    assert await violations(phone) == []
    await phone.get_by_label("新密码").fill("老街口的石榴树开花了")
    await phone.get_by_label("再输一次").fill("老街口的石榴树开花了")
    await phone.get_by_role("button", name="存下新密码").click()
    await phone.wait_for_url(lambda url: "/password" not in url)


async def test_a_certificate_is_suspended_from_the_persons_page(screens: Screens) -> None:
    desk = await screens.sign_in(await screens.open("desk"), "guanli")
    await desk.goto(f"/officers/{officer_id('ziran')}")
    await desk.get_by_role("button", name="暂扣").click()
    dialog = desk.get_by_role("dialog", name="暂扣执法证")
    await dialog.get_by_label("原因").fill("未按期参加年度培训")
    assert await violations(desk) == []
    await dialog.get_by_role("button", name="暂扣").click()
    await expect(desk.get_by_text("暂扣中")).to_be_visible()
    await desk.get_by_role("button", name="恢复").click()
    await desk.get_by_role("dialog", name="恢复执法证").get_by_role("button", name="恢复").click()
    await expect(desk.get_by_text("暂扣中")).to_be_hidden()


async def test_the_look_chosen_shows_at_once_and_stays(screens: Screens) -> None:
    phone = await screens.sign_in(await screens.open("phone"), "duiyuan")
    await phone.goto("/me")
    await phone.locator("[name=theme][value=dark]").check()
    await phone.get_by_role("switch", name="关怀模式").check()
    body = phone.locator("body")
    await expect(body).to_have_attribute("data-weui-theme", "dark")
    await phone.reload()
    await expect(body).to_have_attribute("data-weui-theme", "dark")
    await expect(body).to_have_attribute("data-weui-mode", "care")
