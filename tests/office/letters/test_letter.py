"""An issued paper on screen: who may see it, and what can be taken away."""

import hashlib
from io import BytesIO
from zipfile import ZipFile

import httpx
import pytest

from backend.foundation.database import transaction
from backend.foundation.letters.official import find, pdf, void
from backend.foundation.letters.official.codes import grouped
from backend.foundation.press import close_press
from tests.foundation.letters.official.papers import AT
from tests.office.letters.desk import letter_of
from tests.rig.cast import Cast

pytestmark = pytest.mark.usefixtures("press")


async def page(client: httpx.AsyncClient, path: str) -> str:
    answer = await client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.text


async def test_the_page_shows_the_paper_and_what_is_known_of_it(cast: Cast) -> None:
    letter = await letter_of(cast)
    await pdf(letter.id)
    text = await page(await cast.browser("dangban"), f"/letters/{letter.id}")
    rendered = await find(letter.id)
    for words in (letter.number, "县城市管理局", "未用印", grouped(letter.code), rendered.sha256, "排成PDF"):
        assert words in text
    assert text.count(f"/letters/{letter.id}/pages/") == 4  # two pages, each a link and a picture


async def test_its_pages_are_pictures(cast: Cast) -> None:
    letter, browser = await letter_of(cast), await cast.browser("dangban")
    picture = await browser.get(f"/letters/{letter.id}/pages/1")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert picture.text.startswith("<svg")
    assert (await browser.get(f"/letters/{letter.id}/pages/3")).status_code == 404
    assert (await browser.get(f"/letters/{letter.id}/pages/0")).status_code == 404


async def test_the_pdf_is_the_one_whose_digest_is_sealed(cast: Cast) -> None:
    letter, browser = await letter_of(cast), await cast.browser("dangban")
    answer = await browser.get(f"/letters/{letter.id}/letter.pdf")
    assert hashlib.sha256(answer.content).hexdigest() == (await find(letter.id)).sha256
    assert "attachment" in answer.headers["content-disposition"]
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_the_docx_opens(cast: Cast) -> None:
    letter, browser = await letter_of(cast), await cast.browser("dangban")
    content = (await browser.get(f"/letters/{letter.id}/letter.docx")).content
    with ZipFile(BytesIO(content)) as package:
        assert letter.number in package.read("word/document.xml").decode()


async def test_a_void_one_says_so_and_why(cast: Cast) -> None:
    letter = await letter_of(cast)
    async with transaction():
        await void(letter.id, AT, letter.issued_by, "主送机关写错")
    text = await page(await cast.browser("dangban"), f"/letters/{letter.id}")
    assert "这个文号已经作废" in text
    assert "主送机关写错" in text
    assert "传盖章扫描件" not in text


@pytest.mark.parametrize("username", ["dangban", "duizhang", "neiqin", "lingdao", "chengguan"])
async def test_both_bodies_see_it(username: str, cast: Cast) -> None:
    letter = await letter_of(cast)
    assert (await (await cast.browser(username)).get(f"/letters/{letter.id}")).status_code == 200


@pytest.mark.parametrize(
    ("username", "status"),
    [("yingji", 404), ("linzhen", 404), ("ziran", 404), ("guanli", 403), ("jiancha", 403)],
)
async def test_nobody_else_does(username: str, status: int, cast: Cast) -> None:
    letter, browser = await letter_of(cast), await cast.browser(username)
    for path in ("", "/pages/1", "/letter.pdf", "/letter.docx", "/scan"):
        assert (await browser.get(f"/letters/{letter.id}{path}")).status_code == status, path


async def test_only_the_issuing_body_is_offered_to_seal(cast: Cast) -> None:
    letter = await letter_of(cast)
    assert "传盖章扫描件" in await page(await cast.browser("dangban"), f"/letters/{letter.id}")
    assert "传盖章扫描件" not in await page(await cast.browser("chengguan"), f"/letters/{letter.id}")


async def test_without_a_press_the_rest_can_be_read(cast: Cast) -> None:
    letter = await letter_of(cast)
    await close_press()
    text = await page(await cast.browser("dangban"), f"/letters/{letter.id}")
    assert "函件的样子还排不出来" in text
    assert letter.number in text
