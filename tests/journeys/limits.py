"""Limits and calendars for the pages that show them."""

from playwright.async_api import Page

from tests.journeys.record import told


async def limits(officer: Page, administrator: Page) -> dict[str, list[str]]:
    """Limits of the demo as the officer sees them, and a local day the administrator has set."""
    found = (await told(officer, "/deadlines"))["items"]
    assert found, "the demo has a case whose limit runs"
    by_state = {each["state"]: each["id"] for each in found}
    return {"clock_id": list(by_state.values()), "day_id": [await a_day(administrator)]}


async def a_day(administrator: Page) -> str:
    """Typed, looked at, set; its id is in the address where it can be taken back."""
    await administrator.goto("/calendar/days/new")
    await administrator.fill("#day", "2026-12-28")
    await administrator.get_by_label("放假", exact=True).check()
    await administrator.fill("#why", "县庆放假")
    await administrator.fill("#source", "县政府办公室通知〔2026〕3号")
    await administrator.get_by_role("button", name="看会变动什么").click()
    await administrator.get_by_role("button", name="就这样定").click()
    await administrator.get_by_role("link", name="回到历法").wait_for()
    await administrator.goto("/calendar?year=2026")
    link = await administrator.locator('a[href^="/calendar/days/"][href$="/withdrawal"]').first.get_attribute(
        "href"
    )
    return str(link).split("/")[3]
