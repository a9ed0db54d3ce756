"""A photo is the record's from the shutter on: the page is not left while its place and digest are still being looked for."""

from types import SimpleNamespace
from typing import Any

from playwright.async_api import Page, expect

from tests.foundation.evidence.pictures import photo
from tests.static.behaviours.test_track import on_phone
from tests.static.conftest import Stand
from tests.static.station import Station

FORM = """<form data-next="#gone">{% include "evidence/_strip.html" %}</form>"""
STRIP = SimpleNamespace(subject_kind="finding", subject_id="", may_add=True, edge=1600, photos=[], flags={})
HELD = "() => document.forms[0].dispatchEvent(new CustomEvent('sent', { cancelable: true }))"


async def take(page: Page, content: bytes) -> None:
    """With the phone's own camera, where no receiver has said yet where this is."""
    file: Any = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": content}
    await page.set_input_files("[data-ready] [data-phone-camera]", file)


async def test_the_page_is_not_left_before_the_photo_is_kept(stand: Stand, station: Station) -> None:
    await on_phone(stand)
    page = await stand(FORM, person="shen", strip=STRIP)
    await take(page, photo(80, 60))
    assert await page.evaluate(HELD) is False
    await expect(page.locator("#toast")).to_have_text("已存下，照片马上就好，别关这一页")
    assert not page.url.endswith("#gone")
    await page.clock.run_for(8_000)
    await page.wait_for_url("**/#gone")
    [registered] = station.held.values()
    subject = await page.locator("form").get_attribute("data-id")
    assert registered["subject"] == {"kind": "finding", "id": subject}


async def test_what_is_no_photo_holds_nothing_up(stand: Stand) -> None:
    await on_phone(stand)
    page = await stand(FORM, person="shen", strip=STRIP)
    await take(page, b"no photo")
    await page.clock.run_for(8_000)
    await expect(page.locator("#toast")).to_have_text("这不是照片，只收JPEG、PNG、WebP、HEIC")
    assert await page.evaluate(HELD) is True
