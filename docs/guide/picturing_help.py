"""Parts of the guide's pictures: a call for help as both sides see it, notices, a risky visit, an incident."""

from picturing import PHONE, enter, hold, shoot
from playwright.async_api import Browser, Page


async def helping(browser: Browser, address: str) -> None:
    """A drill from the hold to the way there: as who called sees it, and who comes."""
    page = await enter(browser, address, "duiyuan2", PHONE)
    police = await enter(browser, address, "minjing", PHONE)
    await police.locator("h1").click()
    await page.goto("/assists")
    await page.locator("label.ld-chip:has-text('围堵阻碍')").click()
    await shoot(page, "assist")
    await page.locator("#assist-form summary").click()
    await page.locator("label.ld-chip:has-text('演练')").click()
    await hold(page, "紧急支援")
    await page.get_by_role("heading", name="还没有人接警").wait_for()
    await shoot(page, "assist-waiting")
    await police.locator("#alarms").get_by_role("link", name="看位置").click()
    await police.get_by_role("button", name="已接警").wait_for()
    await police.wait_for_timeout(1_100)  # the button takes no taps meant for what stood there before
    await shoot(police, "assist-alarm")
    await police.get_by_role("button", name="已接警").click()
    await police.wait_for_timeout(1_100)
    await police.get_by_role("button", name="出警", exact=True).click()
    await police.get_by_role("button", name="到场", exact=True).wait_for()
    await shoot(police, "assist-way")


async def being_told(browser: Browser, address: str) -> None:
    """Notices and their ways, a risky visit, an incident."""
    captain = await enter(browser, address, "duizhang", PHONE)
    page = await enter(browser, address, "duiyuan", PHONE)
    for reader, name, path in (
        (captain, "notices", "/notices"),
        (captain, "wishes", "/me/notices"),
        (page, "incident-new", "/incidents/new"),
        (page, "incident", f"/incidents/{await real_incident(page)}"),
        (page, "checkin-new", "/checkins/new"),
    ):
        await reader.goto(path)
        await shoot(reader, name)
    await page.fill("[name=place]", "河滩料场")
    await page.locator('label:has([name=reason][value="夜间检查"])').click()
    await page.get_by_role("button", name="开始计时").click()
    await page.get_by_role("button", name="平安结束").wait_for()
    await shoot(page, "checkin")


async def real_incident(page: Page) -> str:
    """The last one that was no drill."""
    found = (await (await page.request.get("/api/v1/incidents")).json())["items"]
    return str(next(each["id"] for each in found if not each["exercise"]))
