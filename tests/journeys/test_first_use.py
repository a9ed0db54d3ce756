"""The first day with the product: the door, each role's first page, the shell kept on the phone, the icon on its screen."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from backend.demo.organisation import officer_id
from tests.rig.browser import BARE, DEVICES, FLAGS, Screens, chromium_path
from tests.rig.server import Server
from tests.rig.waiting import comes_true, is_ruled, keeps

SIGN_INS = (
    "duiyuan", "duiyuan2", "xieguan", "duizhang", "neiqin", "minjing", "suozhang", "jiaojing", "ziran", "shichang",
    "fazhi", "lingdao", "zhenzhang", "dangban", "zhihui", "chengguan", "chengguan2", "yingji", "gongan", "jiancha",
    "fayuan", "xianban", "jiandu", "jiandu2", "xinfang", "guanli", "linzhen",
)  # fmt: skip
KEPT = "caches.keys().then(names => names.filter(name => name.startsWith('liandong-pages-')))"


@pytest.fixture(scope="session")
async def chromium(shell: Browser) -> Browser:
    """Nothing here asks for a window but the home screen, which opens one of its own."""
    return shell


def errors_of(page: Page) -> list[str]:
    """What the console is told as an error, from now on."""
    heard: list[str] = []
    page.on(
        "console", lambda said: heard.append(f"{page.url}: {said.text}") if said.type == "error" else None
    )
    return heard


async def test_a_wrong_password_is_told_and_the_name_stays(phone: Page) -> None:
    await phone.goto("/login")
    await phone.get_by_label("用户名").fill("xieguan")
    await phone.get_by_label("密码").fill("not-the-password")
    await phone.get_by_role("button", name="登录", exact=True).click()
    await expect(phone.get_by_text("用户名或密码不对")).to_be_visible()
    await expect(phone.get_by_label("用户名")).to_have_value("xieguan")


@pytest.mark.parametrize("username", SIGN_INS)
async def test_everybodys_first_pages_open_without_a_word_of_complaint(
    screens: Screens, username: str
) -> None:
    """Each tab of each role; a broken script or content policy fails the screen itself. The worker is nobody's own: it comes
    with the first of them."""
    options = BARE if username != SIGN_INS[0] else {}
    page = await screens.open("phone" if username != "lingdao" else "tablet", **options)
    complaints = errors_of(page)
    await screens.sign_in(page, username)
    tabs = [await link.get_attribute("href") for link in await page.locator(".ld-nav a.ld-tab").all()]
    assert tabs[0] == "/"
    for tab in tabs:
        answer = await page.goto(str(tab))
        assert answer is not None
        assert answer.status == 200, tab
        await expect(page.locator("h1")).not_to_be_empty()
    assert complaints == []


async def test_what_is_seldom_needed_stands_behind_one_tab_of_the_tablet(screens: Screens) -> None:
    tablet = await screens.sign_in(await screens.open("tablet"), "lingdao")
    rail, hazards = tablet.get_by_role("navigation", name="主导航"), "隐患"
    await expect(rail.get_by_role("link", name=hazards)).to_be_hidden()
    await rail.get_by_role("button", name="更多").click()
    await tablet.get_by_role("dialog").get_by_role("link", name=hazards).click()
    await tablet.wait_for_url("**/hazards")
    await expect(rail.get_by_role("link", name=hazards)).to_be_visible()


async def test_what_a_phone_has_no_tab_for_has_a_door_under_ones_own(screens: Screens) -> None:
    phone = await screens.sign_in(await screens.open("phone"), "duiyuan")
    await phone.goto("/me")
    await phone.get_by_role("navigation", name="办事").get_by_role("link", name="派单").click()
    await phone.wait_for_url("**/tasks")


async def test_a_device_that_is_ended_elsewhere_is_signed_out(screens: Screens) -> None:
    lost = await screens.sign_in(await screens.open("phone"), "jiaojing")
    here = await screens.sign_in(await screens.open("desk"), "jiaojing")
    await here.goto("/me/devices")
    others = here.get_by_role("button", name="退出Linux")
    for left in range(await others.count() - 1, -1, -1):
        await others.first.click()
        await expect(others).to_have_count(left)
    await lost.goto("/patrols")
    await expect(lost.get_by_role("heading", name="登录", exact=True)).to_have_count(1)
    assert "/login" in lost.url


async def test_a_page_that_was_read_is_read_again_without_a_network(screens: Screens) -> None:
    phone = await screens.sign_in(await screens.open("phone"), "zhenzhang")
    await is_ruled(phone)
    await keeps(phone, "/patrols")
    await phone.context.set_offline(True)
    await phone.goto("/patrols")
    await expect(phone.get_by_role("heading", name="巡查", exact=True)).to_be_visible()
    await phone.goto("/officers")
    await expect(phone.get_by_text("没有网络，这一页没有存在本机")).to_be_visible()


async def test_the_next_person_on_the_phone_finds_nothing_of_the_one_before(screens: Screens) -> None:
    phone = await screens.sign_in(await screens.open("phone"), "suozhang")
    await is_ruled(phone)
    await keeps(phone, "/patrols")
    await phone.context.clear_cookies()
    await screens.sign_in(phone, "linzhen")
    await phone.goto("/me")
    own = f"liandong-pages-{officer_id('linzhen')}"
    await comes_true(phone, f"() => {KEPT}.then(names => names.join() === '{own}')")
    await phone.context.set_offline(True)
    await phone.goto("/patrols")
    await expect(phone.get_by_text("没有网络，这一页没有存在本机")).to_be_visible()


async def test_the_product_can_be_put_on_the_home_screen(
    chromium: Browser, demo_server: Server, tmp_path: Path
) -> None:
    """Asked of a profile of its own: what is private never installs."""
    context = await chromium.browser_type.launch_persistent_context(
        tmp_path, executable_path=chromium_path(), args=FLAGS, locale="zh-CN", **DEVICES["phone"]
    )
    page = context.pages[0]
    await page.goto(f"{demo_server.url}/login")
    tools = await context.new_cdp_session(page)
    found = await tools.send("Page.getAppManifest")
    faults = await tools.send("Page.getInstallabilityErrors")
    await context.close()
    assert found["url"].endswith("/manifest.webmanifest")
    assert found["errors"] == []
    assert faults["installabilityErrors"] == []
