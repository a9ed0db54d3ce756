"""Spreadsheets made for a test, and sending them as the page does."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import httpx
from openpyxl import Workbook, load_workbook

from backend.foundation.database import rows as read
from backend.office.matters.rules.sheet import TITLES
from tests.rig.cast import Cast

STALL = {
    "code": "SR-01", "name": "擅自在街道两侧和公共场地摆摊", "field": "市容环卫", "standing": "赋权乡镇",
    "basis": "《城市市容和环境卫生管理条例》第三十六条", "supervising": "县城市管理局", "punishing": "示范镇人民政府",
}  # fmt: skip
RIVER = STALL | {
    "code": "SW-01", "name": "在河道管理范围内倾倒垃圾", "field": "水务河道", "standing": "部门实施",
    "supervising": "县水利局", "punishing": "县水利局",
}  # fmt: skip
PAPER = {
    "paper_title": "关于赋予乡镇行政处罚权的决定",
    "paper_number": "示政发〔2026〕6号",
    "paper_on": "2026-11-02",
}


def spreadsheet(
    rows: Sequence[Mapping[str, Any]], fields: Sequence[str] | None = None, above: int = 0
) -> bytes:
    """`rows` by field under their titles; `above`: lines somebody wrote above them."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for number in range(above):
        sheet.append([f"示范镇行政执法事项清单 {number}"])
    columns = list(fields or dict.fromkeys(field for row in rows for field in row) or TITLES)
    sheet.append([TITLES[field] for field in columns])
    for row in rows:
        sheet.append([row.get(field) for field in columns])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def cells(data: bytes) -> list[dict[str, Any]]:
    """The rows of an exported list by title, empty cells left out."""
    book = load_workbook(io.BytesIO(data))
    titles, *rows = book["事项清单"].iter_rows(values_only=True)
    names = [str(title).removesuffix("*") for title in titles]
    return [
        {name: value for name, value in zip(names, row, strict=True) if value is not None} for row in rows
    ]


async def counted(table: str) -> int:
    [found] = await read(f"SELECT COUNT(*) AS many FROM {table}")
    return int(found["many"])


async def upload(
    town: Cast, data: bytes, who: str = "duizhang", name: str = "清单.xlsx", **form: str
) -> httpx.Response:
    """As the form sends it: today, by PAPER, unless `form` says otherwise."""
    fields = {"effective_on": "2026-11-20", **PAPER, **form}
    return await (await town.browser(who)).post("/matters/imports", data=fields, files={"file": (name, data)})


async def previewed(town: Cast, data: bytes, **form: str) -> tuple[str, str]:
    """Address and page of the preview."""
    answer = await upload(town, data, **form)
    assert answer.status_code == 303, answer.text
    where = answer.headers["location"]
    return where, (await (await town.browser("duizhang")).get(where)).text


async def confirmed(town: Cast, where: str, who: str = "duizhang") -> httpx.Response:
    return await (await town.browser(who)).post(f"{where}/confirmation")


async def imported(town: Cast, rows: Sequence[Mapping[str, Any]], **form: str) -> None:
    where, _ = await previewed(town, spreadsheet(rows), **form)
    assert (await confirmed(town, where)).status_code == 303
