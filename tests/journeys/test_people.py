"""The administrator adds people, suspends certificates, makes units; a person sets a password and looks of their own."""

from playwright.async_api import expect

from backend.demo.organisation import officer_id
from tests.rig.accessibility import violations
from tests.rig.browser import Screens


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
