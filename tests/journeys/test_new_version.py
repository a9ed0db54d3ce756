"""A new version of the product comes while somebody writes: the page they are on stays, and what they send is kept."""

from playwright.async_api import expect

from tests.journeys.test_cold_start import stocked
from tests.rig.browser import Screens
from tests.rig.waiting import has_its_key, is_ruled

# Under another address the browser takes it for another worker, as it does where a file of the shell has changed.
TAKES_OVER = """() => {
  globalThis.before = true;
  const over = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", () => done(true), { once: true }));
  return navigator.serviceWorker.register("/sw.js?next").then(() => over);
}"""


async def test_a_page_that_the_worker_found_on_its_way_is_ruled_by_it_too(screens: Screens) -> None:
    phone = await screens.open("phone")
    await phone.goto("/login")
    await is_ruled(phone)
    session = await phone.context.new_cdp_session(phone)
    await session.send(
        "Page.reload", {"ignoreCache": True}
    )  # such a page comes without a worker, as one on its way does
    await phone.wait_for_load_state()
    await is_ruled(phone)


async def test_the_worker_is_replaced_in_the_middle_of_a_form(screens: Screens) -> None:
    phone = await screens.sign_in(await screens.open("phone"), "duizhang")
    await stocked(phone)
    await phone.goto("/patrols/new")
    await has_its_key(phone)
    await phone.get_by_label("名称").fill("换版本时的巡查")
    await phone.locator("[name=kind][value=routine]").check()
    assert await phone.evaluate(TAKES_OVER)
    assert await phone.evaluate("globalThis.before") is True
    await expect(phone.get_by_label("名称")).to_have_value("换版本时的巡查")
    await phone.context.set_offline(True)
    await phone.get_by_role("button", name="现在开始").click()
    await expect(phone.locator("a.ld-sync [data-what]")).to_have_text("0/1 已发送")
    await phone.context.set_offline(False)
    await expect(phone.locator("a.ld-sync [data-what]")).to_have_text("1/1 已发送")
