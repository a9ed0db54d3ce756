"""发文登记簿: every number of one's own body, void ones too, on screen and as a spreadsheet."""

import re
from datetime import timedelta
from io import BytesIO

import httpx
import pytest
from openpyxl import load_workbook

from backend.demo.organisation import officer_id, unit_id
from backend.foundation.database import transaction
from backend.foundation.journal import timeline
from backend.foundation.letters.official import HandOverRecord, MaterialList, seal, void
from tests.foundation.letters.official.papers import AT, LETTER, MATERIALS, RETURN_TEXT, issued
from tests.rig.cast import Cast

BY = officer_id("dangban")
NUMBER = re.compile(r">([^<>]*〔\d{4}〕\d+号)</a>")


async def numbers(client: httpx.AsyncClient, query: str = "") -> list[str]:
    answer = await client.get(f"/letters?{query}")
    assert answer.status_code == 200, answer.text
    return NUMBER.findall(answer.text)


async def test_it_lists_every_number_newest_first_and_why_one_is_void(cast: Cast) -> None:
    first = await issued()
    await issued(RETURN_TEXT, at=AT + timedelta(hours=1))
    async with transaction():
        await void(first.id, AT, BY, "主送机关写错")
    office = await cast.browser("dangban")
    assert await numbers(office) == ["示政执退〔2026〕1号", "示政执移〔2026〕1号"]
    text = (await office.get("/letters")).text
    assert "主送机关写错" in text
    assert "2个文号，作废1个" in text


async def test_what_goes_with_a_letter_has_no_line_of_its_own(cast: Cast) -> None:
    letter = await issued()
    await issued(MaterialList(matter=LETTER.matter, materials=MATERIALS), accompanies=letter.id)
    assert await numbers(await cast.browser("dangban")) == [letter.number]


async def test_it_is_narrowed_by_year_kind_and_state(cast: Cast) -> None:
    old = await issued(at=AT - timedelta(days=365))
    sealed, answer, gone = await issued(), await issued(RETURN_TEXT), await issued()
    async with transaction():
        await seal(sealed.id, AT, BY)
        await void(gone.id, AT, BY, "撤回")
    both = HandOverRecord(
        matter=LETTER.matter, discovered_at=LETTER.discovered_at, facts=LETTER.facts, materials=MATERIALS
    )
    signed = await issued(both)  # bears no seal, so it waits for none
    office = await cast.browser("dangban")
    assert await numbers(office, "kind=hand_over_record&state=in_force") == [signed.number]
    assert await numbers(office, "year=2025") == [old.number]
    assert await numbers(office, "kind=return_notice") == [answer.number]
    assert await numbers(office, "state=void") == [gone.number]
    assert set(await numbers(office, "state=in_force&year=2026")) == {
        sealed.number,
        answer.number,
        signed.number,
    }
    assert await numbers(office, "state=unsealed&year=2026") == [answer.number]
    assert len(await numbers(office, "year=x&kind=decree&state=burnt")) == 5


async def test_page_after_page_shows_each_number_once(cast: Cast) -> None:
    for at in range(53):
        await issued(at=AT + timedelta(minutes=at // 2))  # some at the same instant
    office = await cast.browser("dangban")
    first = await office.get("/letters")
    older = re.search(r'href="/letters\?(cursor=[^"]+)"', first.text)
    assert older is not None
    shown = NUMBER.findall(first.text) + await numbers(office, older[1])
    assert len(shown) == len(set(shown)) == 53


async def test_each_body_has_its_own(cast: Cast) -> None:
    here, there = await issued(), await issued(body=unit_id("cgj"), addressee=unit_id("sfz"))
    assert await numbers(await cast.browser("lingdao")) == [here.number]
    assert await numbers(await cast.browser("chengguan")) == [there.number]
    assert await numbers(await cast.browser("yingji")) == []


@pytest.mark.parametrize("username", ["duiyuan", "guanli", "minjing", "linzhen"])
async def test_others_do_not_read_it(username: str, cast: Cast) -> None:
    assert (await (await cast.browser(username)).get("/letters")).status_code == 403


async def test_the_spreadsheet_holds_every_line_as_what_it_is(cast: Cast) -> None:
    first, second = await issued(), await issued(number="=示政函〔2026〕31号")
    async with transaction():
        await void(first.id, AT, BY, "=cmd|' /C calc'!A0")
    answer = await (await cast.browser("dangban")).get("/letters.xlsx?year=2026")
    book = load_workbook(BytesIO(answer.content))
    rows = list(book["发文登记簿"].iter_rows(values_only=True))
    assert {row[0] for row in rows[1:]} == {first.number, second.number}
    line = next(row for row in rows if row[0] == first.number)
    assert line[1].isoformat() == "2026-11-23T09:05:00"  # type: ignore[union-attr]
    assert (line[2], line[4], line[6]) == ("涉嫌违法案件移送函", "县城市管理局", "作废")
    assert line[9] == "=cmd|' /C calc'!A0"
    assert book["发文登记簿"].cell(2, 1).data_type == "s"
    told = {row[0]: row[1] for row in book["导出说明"].iter_rows(min_row=2, values_only=True)}
    assert (told["行数"], told["筛选 年份"], told["性质"]) == ("2", "2026", "演示数据")


async def test_who_took_it_is_noted(cast: Cast) -> None:
    await issued()
    await (await cast.browser("dangban")).get("/letters.xlsx?state=void")
    told = [each for each in await timeline("unit", unit_id("sfz-dzb")) if each.kind == "register.exported"]
    assert [each.payload for each in told] == [{"rows": 0, "year": None, "kind": "", "state": "void"}]
