"""An act of a record on its page."""

from playwright.async_api import Page


async def act(page: Page, opener: str, send: str, **fields: str) -> None:
    """Open the half-screen, fill it, send it; the page comes back as it stands now."""
    await page.get_by_role("button", name=opener, exact=True).click()
    dialog = page.locator("dialog[open]")
    for name, value in fields.items():
        await dialog.locator(f'[name="{name}"]').fill(value)
    async with page.expect_navigation():
        await dialog.get_by_role("button", name=send, exact=True).click()
