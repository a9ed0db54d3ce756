"""The township locks its phones: an officer far from any network comes back to a phone that shows nothing, and goes on with the password."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from tests.journeys import officer
from tests.journeys.pages import a_photo
from tests.journeys.record import told
from tests.journeys.test_cold_start import stocked
from tests.rig.accessibility import violations
from tests.rig.browser import PASSWORD, Screens

MINUTES = 5


@pytest.fixture
async def locking(screens: Screens) -> AsyncIterator[Screens]:
    """As long as the test lasts: the server is that of all journeys."""
    desk = await screens.sign_in(await screens.open("desk"), "guanli")
    await set_minutes(desk, MINUTES)
    yield screens
    await set_minutes(desk, 0)


async def set_minutes(desk: Page, minutes: int) -> None:
    await desk.goto("/settings")
    await desk.get_by_label("手机、平板多久没人动就锁上").fill(str(minutes))
    await desk.get_by_role("button", name="存下").click()
    await expect(desk.locator("[name='lock.idle_minutes']")).to_have_value(str(minutes))
    await expect(desk.get_by_text(f"改为{minutes}分钟").first).to_be_visible()


async def test_a_cold_start_without_a_network_shows_the_lock_and_the_password_opens_it(
    locking: Screens,
) -> None:
    phone = await locking.open("phone")
    await phone.context.clock.install()
    phone = await stocked(await locking.sign_in(phone, "duiyuan"))
    await phone.context.set_offline(True)
    await phone.clock.fast_forward(MINUTES * 60_000)
    phone = await opened_cold(phone)
    assert await violations(phone) == []
    await give(phone, "falsch-falsch")
    await expect(phone.locator("#lock [data-said]")).to_have_text("密码不对，再试一次")
    await expect(phone.locator("#main")).to_be_hidden()
    await give(phone, PASSWORD)
    await expect(phone.locator("#main")).to_be_visible()
    await officer.start_joint_patrol(phone, "锁过一次的早市巡查", ["duiyuan2", "minjing"])
    await expect(phone.locator("[data-here=crew]")).to_contain_text("周青岩")


async def test_no_file_is_opened_past_the_lock_by_typing_its_address(locking: Screens) -> None:
    phone = await stocked(await locking.sign_in(await locking.open("phone"), "duiyuan"))
    for path in ("/api/v1/patrols", "/matters/list.xlsx"):
        answer = await phone.goto(path)
        assert answer is not None
        assert answer.status == 403
    await expect(phone.locator(".ld-refusal__what")).to_contain_text("文件只能从页面里打开")
    await phone.goto("/")
    seen = await a_photo_shown(phone)
    answer = await phone.goto(seen)  # the browser still has it
    assert answer is not None
    assert answer.status == 403


async def a_photo_shown(phone: Page) -> str:
    """The address of a picture a page has loaded, as large as it is looked at."""
    filed = (await told(phone, "/patrols?state=filed"))["items"]
    patrol = next(each["id"] for each in filed if each["photo_count"])
    photo = await a_photo(phone, patrol, (await told(phone, f"/patrols/{patrol}/findings"))["items"])
    await phone.goto(f"/photos/{photo}")
    picture = phone.locator("img[src$='variant=display']")
    await expect(picture).not_to_have_js_property("naturalWidth", 0)
    return str(await picture.get_attribute("src"))


async def opened_cold(phone: Page) -> Page:
    again = await phone.context.new_page()
    await phone.close()
    await again.goto("/")
    await expect(again.get_by_role("heading", name="本机锁上了")).to_be_visible()
    await expect(again.locator("#main")).to_be_hidden()
    return again


async def give(phone: Page, password: str) -> None:
    await phone.get_by_label("密码").fill(password)
    await phone.get_by_role("button", name="打开", exact=True).click()
    await expect(phone.locator("#lock form[aria-busy]")).to_have_count(0)
    await expect(phone.locator("#lock [data-said]")).not_to_have_text("正在核对")
