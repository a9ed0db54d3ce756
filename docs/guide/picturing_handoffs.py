"""Parts of the guide's pictures: a sealed material, and approvals that somebody else gives meanwhile."""

from picturing import DESK, PHONE, enter, shoot
from playwright.async_api import Browser, Page


async def in_confidence(browser: Browser, address: str) -> None:
    """A complainant's paper goes on the checklist of a draft, and how it stands there."""
    page = await enter(browser, address, "duiyuan2", PHONE)
    await page.goto("/handoffs/new")
    await page.select_option('[name="to_unit"]:visible', "cgj")
    await page.get_by_label("基本违法事实").fill("群众举报后院夜间收运餐厨垃圾，现场查实。")
    await page.get_by_role("button", name="存草稿").click()
    await page.get_by_role("button", name="加材料", exact=True).click()
    dialog = page.locator("dialog[open]")
    await dialog.locator('[name="title"]').fill("举报信")
    await dialog.get_by_text("含投诉人信息，密封").click()
    await shoot(page, "handoff-seal")
    await dialog.locator('input[type="file"]').set_input_files(
        {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": await _letter(page)}
    )
    await dialog.get_by_role("button", name="加上").click()
    line = page.get_by_text("投诉举报材料（密封）").first
    await line.wait_for()
    await line.scroll_into_view_if_needed()
    await shoot(page, "handoff-sealed")


async def instead_of(browser: Browser, address: str) -> None:
    """The leader lets a colleague decide for some days; the captain may do the same for stationed offices."""
    page = await enter(browser, address, "lingdao", DESK)
    await page.goto("/handoffs/delegations")
    await page.select_option('[name="delegate"]', "dangban")
    await page.get_by_label("为什么").fill("外出培训")
    await page.get_by_role("button", name="委托", exact=True).click()
    await page.get_by_text("还没看到").first.wait_for()
    await shoot(page, "handoff-deputy")


async def _letter(page: Page) -> bytes:
    """Any PDF of the demo's own: the bytes are not in the picture."""
    answer = await page.request.get(f"{page.url.replace('/handoffs/', '/api/v1/handoffs/')}/letter.pdf")
    return await answer.body()


HANDOFFS = (in_confidence, instead_of)
