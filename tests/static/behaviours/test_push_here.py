"""Notices on this device: the browser is asked after a tap and never before; what it cannot do is said with another way."""

from playwright.async_api import Page, expect

from tests.static.answers import connect, problem
from tests.static.conftest import Stand

# What the browser would answer: whether notices are allowed, whether a worker is there, what subscribing gives.
BROWSER = """
globalThis.browser = { permission: "default", worker: true, standing: false, refuses: false, asked: null };
Object.defineProperty(Notification, "permission", { get: () => browser.permission });
const made = { toJSON: () => ({ endpoint: "https://push.test/7", expirationTime: null, keys: { p256dh: "K", auth: "A" } }) };
const pushManager = {
  getSubscription: async () => (browser.standing ? made : null),
  subscribe: async (asked) => {
    browser.asked = asked;
    if (browser.refuses) throw new DOMException("no", "NotAllowedError");
    return made;
  },
};
navigator.serviceWorker.getRegistration = async () => (browser.worker ? { pushManager } : undefined);
"""
BOX = """<div data-behaviour="push-here" data-url="/api/v1/subscription" data-key="BKey">
<p data-said></p><button type="button" data-subscribe hidden>在这台设备上收通知</button></div>"""


async def shown(stand: Stand, browser: str = "") -> Page:
    page = await stand("")
    await page.context.add_init_script(f"{BROWSER}\nObject.assign(browser, {{{browser}}});")
    return await stand(BOX)


async def says(page: Page, words: str, *, offered: bool) -> None:
    await expect(page.locator("[data-said]")).to_contain_text(words)
    await expect(page.locator("[data-subscribe]")).to_be_visible(visible=offered)


async def test_it_asks_the_browser_after_a_tap_and_tells_the_server(stand: Stand) -> None:
    page = await shown(stand)
    line = await connect(page)
    await says(page, "这台设备还没有收通知", offered=True)
    assert await page.evaluate("browser.asked") is None
    await page.locator("[data-subscribe]").click()
    await says(page, "好了，这台设备会收到通知", offered=False)
    assert await page.evaluate("browser.asked") == {"userVisibleOnly": True, "applicationServerKey": "BKey"}
    assert [sent.method for sent in line.sent] == ["PUT"]
    assert line.bodies == [{"endpoint": "https://push.test/7", "keys": {"p256dh": "K", "auth": "A"}}]


async def test_a_device_that_has_them_says_for_whom(stand: Stand) -> None:
    page = await shown(stand, "standing: true")
    await says(page, "换了人登录要再按一次", offered=True)


async def test_where_notices_are_switched_off_it_says_where_to_switch_them_on(stand: Stand) -> None:
    page = await shown(stand, 'permission: "denied"')
    await says(page, "到浏览器设置里打开后再来", offered=False)


async def test_a_browser_that_cannot_is_told_the_other_ways(stand: Stand) -> None:
    page = await shown(stand, "worker: false")
    await says(page, "用邮箱、短信、群机器人", offered=False)


async def test_a_push_service_that_refuses_can_be_tried_again(stand: Stand) -> None:
    page = await shown(stand, "refuses: true")
    line = await connect(page)
    await page.locator("[data-subscribe]").click()
    await says(page, "没有登记成", offered=True)
    assert line.sent == []
    await page.evaluate("() => { browser.refuses = false; }")
    await page.locator("[data-subscribe]").click()
    await says(page, "好了", offered=False)


async def test_what_the_server_refuses_is_said_in_its_words(stand: Stand) -> None:
    page = await shown(stand)
    await connect(page, problem(422, "invalid", detail="这个推送服务不在名单上"))
    await page.locator("[data-subscribe]").click()
    await says(page, "这个推送服务不在名单上", offered=True)
