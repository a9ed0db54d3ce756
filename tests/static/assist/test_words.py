"""The short message says what, where, when and who; a drill says so twice."""

from typing import Any
from urllib.parse import unquote

from playwright.async_api import Page

FIX = {"lat": 24.1712, "lon": 102.4033, "accuracy_m": 7.6, "time": 1_795_397_000_000}
CALL: dict[str, Any] = {"reason": "围堵阻碍", "who": "示范镇综合行政执法队沈禾", "pressed": 1_795_397_005_000}


async def message(page: Page, **changes: Any) -> str:
    said: str = await page.evaluate(
        "async said => (await import('/js/assist/words.js')).message(said)", CALL | {"fix": FIX} | changes
    )
    return said


async def test_it_says_what_where_and_who(workbench: Page) -> None:
    said = await message(workbench)
    assert said.startswith("【联动支援】")
    for words in ("围堵阻碍", "坐标24.17120,102.40330（WGS-84，±8米", "示范镇综合行政执法队沈禾，请速来"):
        assert words in said
    assert "演练" not in said


async def test_without_reason_or_position_it_says_so(workbench: Page) -> None:
    said = await message(workbench, reason="", fix=None)
    assert "需要紧急支援" in said
    assert "没有定位，请来电问位置" in said


async def test_a_drill_can_be_mistaken_for_nothing_else(workbench: Page) -> None:
    said = await message(workbench, drill="演练")
    assert said.startswith("【演练】")
    assert said.endswith("这是演练。")


async def test_the_address_carries_the_whole_text(workbench: Page) -> None:
    address = await workbench.evaluate(
        "async text => (await import('/js/assist/words.js')).messageTo('0000-2149188', text)", "围堵&阻碍 #1"
    )
    phone, _, text = address.partition("?&body=")
    assert (phone, unquote(text)) == ("sms:0000-2149188", "围堵&阻碍 #1")
