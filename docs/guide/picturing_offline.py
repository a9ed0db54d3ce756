"""Part of the guide's pictures: a morning without a network, on the phone and as the captain sees it."""

from picturing import PHONE, enter, hold, shoot
from playwright.async_api import Browser, Page

STOCKED = "person => caches.open(`liandong-pages-${person}`).then(kept => kept.match('/api/v1/me/pocket')).then(Boolean)"


async def without_network(browser: Browser, address: str) -> None:
    """What was kept beforehand answers, a patrol begins and waits on the phone; then it is sent."""
    page = await enter(browser, address, "duiyuan", PHONE)
    await stocked(page)
    await page.context.set_offline(True)
    await page.goto("/matters/ask")
    await page.get_by_role("searchbox").fill("占道摆摊")
    await page.locator("#answers .ld-answer").first.wait_for()
    await shoot(page, "offline-asking")
    await page.goto("/patrols/new")
    await page.get_by_label("名称").fill("早市巡查")
    await page.locator("label:has([value=duiyuan2])").first.click()
    fold = page.locator('details:not([open]):has(input[value="minjing"]) summary')
    if await fold.count():
        await fold.click()
    await page.locator("label:has([value=minjing])").first.click()
    await page.get_by_role("button", name="现在开始").click()
    await page.get_by_role("heading", name="巡查进行中").wait_for()
    await shoot(page, "offline-patrol")
    await hold(page, "结束")
    await page.get_by_role("heading", name="巡查已结束").wait_for()
    await page.goto("/outbox")
    await page.locator("[data-list] [data-words]").first.wait_for()
    await shoot(page, "offline-outbox")
    await page.context.set_offline(False)
    await page.locator('a.ld-sync[data-state="done"]').wait_for()
    captain = await enter(browser, address, "duizhang", PHONE)
    await captain.goto("/phones")
    await shoot(captain, "phones")


async def stocked(page: Page) -> None:
    """Everything the street needs has come."""
    await page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    await page.goto("/")
    person = await page.evaluate("document.body.dataset.person")
    while not await page.evaluate(STOCKED, person):
        await page.wait_for_timeout(200)
