"""The list with its filters, and 归谁管 as an officer's phone shows it."""

from datetime import date
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from tests.office.matters.lists import CITY, WATER, adjusted, listed, listed_next_door
from tests.rig.cast import Cast
from tests.rig.clock import Clock

TODAY = date(2026, 11, 20)
RIVER: dict[str, Any] = {
    "name": "在河道管理范围内倾倒垃圾",
    "field": "水务河道",
    "standing": "kept",
    "supervising": WATER,
    "punishing": WATER,
}


@pytest.fixture
async def officer(town: Cast) -> httpx.AsyncClient:
    await listed("SR-01", "占道摆摊", "摆地摊")
    await listed("SW-01", "河里倒垃圾", **RIVER)
    return await town.browser("duiyuan")


async def page(reader: httpx.AsyncClient, path: str, status: int = 200) -> str:
    answer = await reader.get(path)
    assert answer.status_code == status
    return answer.text


async def test_the_list_shows_every_matter_by_field(officer: httpx.AsyncClient) -> None:
    shown = await page(officer, "/matters")
    assert shown.index("市容环卫") < shown.index("擅自在街道两侧") < shown.index("在河道管理范围内")
    assert "示范镇 · 2项" in shown


@pytest.mark.parametrize(
    ("asked", "there", "gone"),
    [
        ("q=占道", "SR-01", "SW-01"),
        ("field=水务河道", "SW-01", "SR-01"),
        ("standing=granted", "SR-01", "SW-01"),
        ("standing=kept", "SW-01", "SR-01"),
        ("body=县水利局", "SW-01", "SR-01"),
        ("q=河里倒垃圾&standing=kept", "SW-01", "SR-01"),
    ],
)
async def test_the_address_says_what_is_shown(
    officer: httpx.AsyncClient, asked: str, there: str, gone: str
) -> None:
    shown = await page(officer, f"/matters?{asked}")
    assert f">{there}<" in shown
    assert f">{gone}<" not in shown


async def test_filters_that_leave_nothing_say_what_to_do(officer: httpx.AsyncClient) -> None:
    assert "没有对得上的事项" in await page(officer, "/matters?standing=kept&field=市容环卫")


async def test_the_list_of_another_day_can_be_asked_for(officer: httpx.AsyncClient, noon: Clock) -> None:
    assert "那天还没有清单" in await page(officer, "/matters?day=2026-11-19")
    shown = await page(officer, "/matters?day=2026-11-20")
    assert "这是11月20日 周五当天的清单" in shown
    assert 'name="day" value="2026-11-20"' in shown
    assert ">SR-01<" in shown


@pytest.mark.parametrize(
    "asked", ["standing=mine", "day=gestern", "day=9999-12-31", f"q={'长' * 121}", "page=0", "page=x"]
)
async def test_an_address_that_cannot_be_read_is_refused(officer: httpx.AsyncClient, asked: str) -> None:
    assert (await officer.get(f"/matters?{asked}")).status_code == 400


async def test_an_empty_list_says_how_it_begins(town: Cast) -> None:
    assert "清单还是空的" in await page(await town.browser("duiyuan"), "/matters")
    assert "/matters/imports/new" in await page(await town.browser("duizhang"), "/matters")


async def test_long_lists_go_by_pages_that_keep_the_filters(town: Cast) -> None:
    for number in range(53):
        await listed(f"SR-{number:03}", name=f"第{number}项")
    reader = await town.browser("duiyuan")
    first = await page(reader, f"/matters?field={quote('市容环卫')}")
    assert "第1—50项，共53项" in first
    assert f"field={quote('市容环卫')}&amp;page=2" in first
    second = await page(reader, f"/matters?field={quote('市容环卫')}&page=2")
    assert "第51—53项，共53项" in second
    assert ">SR-052<" in second


async def test_whose_it_is_is_answered_with_the_reasons(officer: httpx.AsyncClient) -> None:
    answer = await page(officer, "/matters/ask?q=占道摆摊")
    assert "归本地处罚：示范镇人民政府" in answer
    assert "《城市市容和环境卫生管理条例》第三十六条" in answer
    assert "示政发〔2026〕6号" in answer
    assert "日常监管仍归县城市管理局" in answer


async def test_what_a_department_punishes_says_what_the_township_does_and_by_when(
    officer: httpx.AsyncClient,
) -> None:
    answer = await page(officer, "/matters/ask?q=倒垃圾在河里")
    assert "归县水利局处罚，不归本地" in answer
    assert "立即劝阻当事人停止违法行为，并告知县水利局；3个工作日内移送" in answer


async def test_what_was_taken_back_says_so(town: Cast) -> None:
    matter = await listed("SR-01", "占道摆摊")
    await adjusted(matter, 1, TODAY, standing="taken_back", punishing=CITY)
    answer = await page(await town.browser("duiyuan"), "/matters/ask?q=占道摆摊")
    assert "已收回，归县城市管理局处罚，不归本地" in answer


async def test_what_is_not_on_the_list_names_whom_to_ask(officer: httpx.AsyncClient) -> None:
    answer = await page(officer, "/matters/ask?q=外星人")
    assert "清单里没有完全对上“外星人”的" in answer
    assert "温如是" in answer
    assert answer.index("温如是") < answer.index("韩立夏")
    assert 'href="tel:' in answer


async def test_what_was_typed_is_shown_and_never_run(officer: httpx.AsyncClient) -> None:
    answer = await page(officer, f"/matters/ask?q={quote('<script>alert(1)</script>')}")
    assert "<script>alert" not in answer


async def test_the_picker_offers_the_likeliest_and_without_words_the_beginning(
    officer: httpx.AsyncClient,
) -> None:
    assert 'data-code="SR-01"' in await page(officer, "/matters/choices?q=摆摊")
    every = await page(officer, "/matters/choices")
    assert every.index('data-code="SR-01"') < every.index('data-code="SW-01"')
    assert "清单里没有对上“离婚”的" in await page(officer, "/matters/choices?q=离婚")


async def test_a_county_body_chooses_whose_list_it_reads(town: Cast) -> None:
    await listed("SR-01")
    await listed_next_door("LZ-01")
    county = await town.browser("chengguan")
    assert ">LZ-01<" in await page(county, "/matters?township=lz")
    assert ">SR-01<" in await page(county, "/matters?township=sfz")
    await page(county, "/matters?township=nowhere", 404)


async def test_a_township_never_reads_the_neighbours_list(town: Cast) -> None:
    await listed_next_door("LZ-01")
    reader = await town.browser("duiyuan")
    for path in ("/matters", "/matters/ask", "/matters/choices", "/matters/list.xlsx"):
        await page(reader, f"{path}?township=lz", 404)
