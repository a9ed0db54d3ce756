"""What a leader does on the tablet: find a patrol in the ledger, read it, remark on it, take the ledger away."""

from pathlib import Path

from playwright.async_api import Locator, Page, expect

# Every picture of the open record has really been drawn, not only asked for.
PICTURES_LOADED = """() => {
  const pictures = [...document.querySelectorAll("#record .ld-evidence img")];
  pictures.forEach((picture) => (picture.loading = "eager"));
  return pictures.length > 0 && pictures.every((picture) => picture.complete && picture.naturalWidth > 50);
}"""
LARGE_LOADED = "() => document.querySelector('dialog[open] img')?.naturalWidth > 500"
COPYING_MS = 60_000


async def find(page: Page, words: str, title: str) -> None:
    """By words in the search field of /ledger; opens the line with that title beside the list."""
    await page.get_by_role("link", name="台账", exact=True).click()
    await page.get_by_role("searchbox").fill(words)
    await page.wait_for_url("**/ledger?q=*")
    await page.locator("[data-row]").filter(has=page.get_by_text(title, exact=True)).click()
    await expect(page.locator("#record .ld-pane__title")).to_have_text(title)


async def read(page: Page, *, findings: int) -> None:
    """The map is drawn with the way, its break and the numbered findings, as a picture and once it is touched; every photo is
    there to be seen."""
    picture = page.locator("#record .ld-map__drawing")
    await expect(picture).to_be_visible()
    await _on_map(picture, findings)
    await expect(page.locator("#record [data-map-open]")).to_be_visible()
    await page.locator("#record .ld-map__canvas").click()
    chart = page.locator("#record [data-drawn]")
    await expect(chart).to_be_visible()
    await _on_map(chart, findings)
    await expect(picture).to_have_count(0)
    await page.wait_for_function(PICTURES_LOADED, timeout=COPYING_MS)


async def _on_map(drawn: Locator, findings: int) -> None:
    assert await drawn.locator("path.ld-map__track").count() >= 2
    assert await drawn.locator("path.ld-map__gap").count() >= 1
    await expect(drawn.locator(".ld-map__number")).to_have_count(findings)


async def look_closer(page: Page) -> None:
    """The first photo large over the page, then the next one."""
    await page.locator("#record .ld-evidence a").first.click()
    large = page.locator("dialog[open] img")
    for number in ("1/2", "2/2"):
        await expect(page.locator("dialog[open]").get_by_role("heading")).to_have_text(f"照片 {number}")
        await page.wait_for_function(LARGE_LOADED, timeout=COPYING_MS)
        await expect(large).to_be_in_viewport()
        if number == "1/2":
            await page.get_by_role("button", name="下一张").click()
    await page.locator("dialog[open] [data-close]").first.click()


async def remark(page: Page, words: str) -> None:
    """批示 without leaving the list."""
    await page.locator("#record").get_by_role("button", name="批示").click()
    dialog = page.get_by_role("dialog", name="批示")
    await dialog.get_by_label("批示").fill(words)
    await dialog.get_by_role("button", name="批示").click()
    await expect(page.locator("#record").get_by_text(words, exact=True)).to_be_visible()
    await expect(page.locator('#ledger [data-row][aria-current="true"]')).to_be_visible()


async def take_spreadsheet(page: Page, folder: Path) -> Path:
    """Exactly what the filters show, as XLSX."""
    await page.get_by_role("link", name="导出").click()
    async with page.expect_download() as download:
        await page.get_by_role("button", name="导出表格 XLSX").click()
    file = await download.value
    assert file.suggested_filename.endswith(".xlsx")
    await file.save_as(folder / "ledger.xlsx")
    return folder / "ledger.xlsx"
