"""Files picked on a page: held against a digest without leaving the machine, or sent as they are; words put at the caret."""

import hashlib
from typing import Any

from playwright.async_api import Page, Route

from tests.static.conftest import Stand

PDF, JPEG = b"%PDF-1.7 sealed %%EOF", b"\xff\xd8\xff\xe0 scan"
CHECK = f"""<section data-behaviour="check-file"><label for="file">选文件核对</label><input id="file" type="file">
<p role="status" data-said></p><ul><li data-sha256="{hashlib.sha256(PDF).hexdigest()}" data-words="本函电子件">…</li></ul></section>"""
SEND = """<div data-behaviour="send-file" data-url="/api/v1/letters/7/scan" data-most="1000"><input id="scan" type="file">
<p role="status" data-said>PDF 或 JPEG</p></div>"""


async def pick(page: Page, name: str, content: bytes, media_type: str = "") -> None:
    given: Any = {"name": name, "mimeType": media_type, "buffer": content}
    await page.set_input_files("input[type=file]", given)


async def said(page: Page, words: str) -> str:
    line = page.locator("[data-said]", has_text=words)
    await line.wait_for()
    return await line.inner_text()


async def test_the_right_file_is_recognised_whatever_it_is_called(stand: Stand) -> None:
    page = await stand(CHECK)
    await pick(page, "副本.pdf", PDF)
    assert "“副本.pdf”就是本函电子件" in await said(page, "一致")
    assert await page.locator("li[data-same]").count() == 1


async def test_one_byte_more_is_another_file(stand: Stand) -> None:
    page = await stand(CHECK)
    await pick(page, "函.pdf", PDF)
    await said(page, "一致")
    await pick(page, "函.pdf", PDF + b" ")
    assert hashlib.sha256(PDF + b" ").hexdigest() in await said(page, "对不上")
    assert await page.locator("li[data-same]").count() == 0


async def sent_to(page: Page, answer: dict[str, Any]) -> list[tuple[str, bytes | None]]:
    """What is sent, each answered like this."""
    sent: list[tuple[str, bytes | None]] = []

    async def take(route: Route) -> None:
        sent.append((route.request.headers["content-type"], route.request.post_data_buffer))
        await route.fulfill(**answer)

    await page.route("**/api/v1/letters/7/scan", take)
    return sent


async def test_a_scan_is_sent_as_what_it_is_not_as_it_is_called(stand: Stand) -> None:
    page = await stand(SEND)
    sent = await sent_to(page, {"status": 415, "json": {"title": "不收这种文件", "detail": "换一份"}})
    await pick(page, "扫描.bin", JPEG)
    assert await said(page, "不收") == "不收这种文件：换一份"
    assert sent == [("image/jpeg", JPEG)]


async def test_what_is_no_scan_or_too_large_is_not_sent(stand: Stand) -> None:
    page = await stand(SEND)
    sent = await sent_to(page, {"status": 500})
    await pick(page, "函.docx", b"PK\x03\x04", "application/pdf")
    assert "只收PDF或JPEG" in await said(page, "只收")
    await pick(page, "函.pdf", PDF + bytes(1000))
    assert "文件太大" in await said(page, "太大")
    assert sent == []


async def test_without_a_network_it_says_so(stand: Stand) -> None:
    page = await stand(SEND)
    await page.route("**/api/v1/letters/7/scan", lambda route: route.abort())
    await pick(page, "函.pdf", PDF)
    assert "没有网络" in await said(page, "网络")


async def test_words_are_put_where_the_caret_is(stand: Stand) -> None:
    page = await stand(
        "<form id='f'><textarea name='a'></textarea><textarea name='b'>请处理</textarea></form>"
        "<button data-behaviour='insert' data-form='f' data-text='{对方}'>{对方}</button>"
    )
    await page.get_by_role("button").click()
    assert await page.input_value("[name=a]") == "{对方}"
    await page.focus("[name=b]")
    await page.evaluate("document.querySelector('[name=b]').setSelectionRange(1, 1)")
    await page.get_by_role("button").click()
    assert await page.input_value("[name=b]") == "请{对方}处理"
