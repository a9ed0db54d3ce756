"""Parts of the guide's pictures: giving a task, and doing it."""

from picturing import PHONE, enter, shoot
from playwright.async_api import Browser


async def giving_tasks(browser: Browser, address: str) -> None:
    """The form as command sees it, and a task under way as its officer sees it."""
    page = await enter(browser, address, "zhihui", PHONE)
    await page.goto("/tasks/new")
    await page.fill("[name=title]", "河堤堆料清走没有，去看一下")
    await page.locator('label:has([name=unit][value="sfz-zfd"])').click()
    await shoot(page, "task-new")
    officer = await enter(browser, address, "duiyuan", PHONE)
    found = (await (await officer.request.get("/api/v1/tasks?state=accepted")).json())["items"]
    await officer.goto(f"/tasks/{next(each['id'] for each in found if each['officer'] == 'duiyuan')}")
    await shoot(officer, "task")
