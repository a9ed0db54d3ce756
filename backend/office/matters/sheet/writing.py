"""A list as XLSX in the form that can be read again: text that can never be a formula, a sheet of explanations."""

import io
from collections.abc import Iterable, Mapping
from typing import Any

from backend.foundation.workbooks import held_in_memory, table
from backend.office.matters.rules.comparing import RowFault, Standing
from backend.office.matters.rules.directory import Directory
from backend.office.matters.rules.matter import STANDINGS
from backend.office.matters.rules.sheet import COLUMNS, NEEDED, SHEET, TITLES, cells_of
from backend.office.matters.rules.versions import Last

ROOM = 10_000
GUIDE = (
    ("必填", "第一行标 * 的栏目必填。栏目名称不要改，先后次序可以调。"),
    (
        "状态",
        f"{'、'.join(STANDINGS.values())}。赋权乡镇：处罚实施主体是本乡镇；已收回：以前赋权过，现在由部门处罚。",
    ),
    ("法律依据", "一行一部，写成：《中华人民共和国水法》第六十五条。条款没有把握可以空着，只写名称。"),
    ("单位", "写名称；单位在本系统里的，代码见“单位代码”一页。不在系统里的只写名称。"),
    ("裁量基准", "一行一档，写成：档次｜情形｜处罚。"),
    ("常用说法", "队员会怎么说，一行一条，例如：占道摆摊。用来查“归谁管”。"),
    ("生效日期", "空着就用导入时填的日期。改动过的行，日期不能早于导入当天。"),
    ("依据文件", "空着就用导入时填的文件。赋权、收回、移出必须有文件。"),
)


def write_list(entries: Mapping[str, Standing], directory: Directory) -> bytes:
    """The newest standing version of every matter, those dropped left out; an empty list makes an empty form."""
    made = io.BytesIO()
    with held_in_memory(made) as book:
        _list(book, entries, directory)
        table(book, "填写说明", (("栏目", 12), ("怎么填", 90)), GUIDE)
        units = ((body.code, body.name) for body in directory.bodies)
        table(book, "单位代码", (("代码", 16), ("名称", 40)), units)
    return made.getvalue()


def _list(book: Any, entries: Mapping[str, Standing], directory: Directory) -> None:
    heads = tuple((f"{title}*" if field in NEEDED else title, width) for field, title, width in COLUMNS)
    rows = (
        _cells(code, entry.last, entry.sayings, directory)
        for code, entry in entries.items()
        if entry.last and entry.last.content.standing != "dropped"
    )
    sheet = table(book, SHEET, heads, rows)
    at = [field for field, _, _ in COLUMNS].index("standing")
    sheet.data_validation(1, at, ROOM, at, {"validate": "list", "source": list(STANDINGS.values())})
    sheet.freeze_panes(1, 2)


def _cells(code: str, last: Last, sayings: Iterable[str], directory: Directory) -> tuple[Any, ...]:
    told: dict[str, Any] = cells_of(code, last.content, directory)
    told |= {"sayings": "\n".join(sayings), "effective_on": last.effective_on}
    told |= {f"paper_{part}": getattr(last.paper, part) for part in ("title", "number", "on")}
    return tuple(told[field] for field, _, _ in COLUMNS)


def write_faults(faults: Iterable[RowFault]) -> bytes:
    """行号, 栏目, 原因; what concerns the whole spreadsheet has no row."""
    made = io.BytesIO()
    with held_in_memory(made) as book:
        rows = ((str(fault.row or "整表"), TITLES.get(fault.field, ""), fault.words) for fault in faults)
        table(book, "错误", (("行号", 8), ("栏目", 16), ("原因", 80)), rows)
    return made.getvalue()
