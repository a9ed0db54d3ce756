"""A session runs out in mid-form: whatever was typed survives, on every way a page talks to the server."""

from playwright.async_api import Page, expect

from tests.rig.accessibility import violations
from tests.rig.browser import PASSWORD, Screens
from tests.rig.waiting import comes_true, has_its_key, hears, is_ruled, keeps

FACTS = "老街口东侧三个摊点越线经营"


async def lose_session(screens: Screens, username: str) -> None:
    """The same person signs every other device out."""
    elsewhere = await screens.sign_in(await screens.open("desk"), username)
    await elsewhere.evaluate("fetch('/me/other-devices/ending', {method: 'POST'})")


async def sign_in_again(page: Page) -> None:
    dialog = page.get_by_role("dialog", name="登录过期了，请再登录一次")
    await dialog.get_by_label("密码").fill(PASSWORD)
    await dialog.get_by_role("button", name="登录并接着做").click()


async def test_what_a_script_was_sending_is_sent_after_all(screens: Screens) -> None:
    phone = await screens.sign_in(await screens.open("phone"), "duizhang")
    await phone.goto("/patrols/new")
    await phone.get_by_label("名称").fill("河道联合巡查")
    await lose_session(screens, "duizhang")
    await phone.locator("[name=kind][value=routine]").check()
    await phone.get_by_role("button", name="现在开始").click()
    await sign_in_again(phone)
    await expect(phone.get_by_role("heading", name="巡查进行中")).to_be_visible()
    await expect(phone.get_by_text("河道联合巡查").first).to_be_visible()


async def test_the_dialog_says_what_is_wrong_and_keeps_the_page_behind_it(screens: Screens) -> None:
    phone = await screens.sign_in(await screens.open("phone"), "duiyuan2")
    await phone.goto("/patrols/new")
    await phone.get_by_label("名称").fill("夜市巡查")
    await phone.locator("[name=kind][value=routine]").check()
    await has_its_key(phone)
    await lose_session(screens, "duiyuan2")
    await phone.get_by_role("button", name="现在开始").click()
    dialog = phone.get_by_role("dialog", name="登录过期了，请再登录一次")
    await expect(dialog.get_by_text("duiyuan2")).to_be_visible()
    await expect(dialog.get_by_role("link", name="拨打110")).to_have_attribute("href", "tel:110")
    assert await violations(phone) == []
    await dialog.get_by_label("密码").fill("falsch-falsch")
    await dialog.get_by_role("button", name="登录并接着做").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("用户名或密码不对")
    await dialog.get_by_role("button", name="先不登录").click()
    await expect(phone.get_by_role("heading", name="登录", exact=True)).to_be_visible()


async def test_what_htmx_was_asking_is_asked_again(screens: Screens) -> None:
    desk = await screens.sign_in(await screens.open("desk"), "guanli")
    await desk.goto("/officers")
    await lose_session(screens, "guanli")
    await desk.get_by_role("searchbox", name="找人").fill("沈禾")
    await sign_in_again(desk)
    await expect(desk.locator("#people")).not_to_contain_text("程一诺")
    await expect(desk.locator("#people")).to_contain_text("沈禾")


async def test_a_plain_form_is_given_back_as_it_was_typed(screens: Screens) -> None:
    desk = await screens.sign_in(await screens.open("desk"), "guanli")
    await desk.goto("/units/new")
    await desk.get_by_label("名称").fill(FACTS)
    await desk.get_by_label("代码").fill("sfz-slz")
    await desk.get_by_label("类别").select_option("internal")
    await hears(desk.get_by_label("名称"))
    await lose_session(screens, "guanli")
    await desk.get_by_role("button", name="存下").click()
    await expect(desk.get_by_text("登录过期了，请再登录一次")).to_be_visible()
    await desk.get_by_label("用户名").fill("guanli")
    await desk.get_by_label("密码").fill(PASSWORD)
    await desk.get_by_role("button", name="登录", exact=True).click()
    await expect(desk.get_by_label("名称")).to_have_value(FACTS)
    await expect(desk.get_by_label("类别")).to_have_value("internal")
    await desk.get_by_role("button", name="存下").click()
    await expect(desk.get_by_role("heading", name=FACTS)).to_be_visible()


async def test_signing_out_leaves_nothing_readable_on_the_device(screens: Screens) -> None:
    phone = await screens.sign_in(await screens.open("phone"), "duiyuan")
    await is_ruled(phone)
    await keeps(phone, "/patrols")
    await phone.goto("/me")
    await phone.get_by_role("button", name="退出登录").click()
    await phone.wait_for_url("**/login")
    await comes_true(phone, "() => caches.keys().then(names => !names.some(name => name.includes('pages')))")
    await phone.context.set_offline(True)
    await phone.goto("/patrols")
    await expect(phone.get_by_text("没有网络，这一页没有存在本机")).to_be_visible()
