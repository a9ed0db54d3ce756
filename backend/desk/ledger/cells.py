"""What stands in the cells of an exported ledger, the same for every format. Pure."""

import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Value = str | int | float | bool | datetime | date | None
Row = Sequence[Value]

YES, NO = "是", "否"
_CONTROLS = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_PICTURES = {code: picture for code, picture in _CONTROLS.items() if chr(code) not in "\t\n"}
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters of the sheet's own face; `form` is how numbers and times in it are shown."""

    title: str
    width: float = 14.0
    form: Literal["text", "whole", "decimal", "position", "moment", "day"] = "text"


@dataclass(frozen=True, slots=True)
class About:
    """What the export says of itself: whose, when, by whom, which filters it shows exactly, what a reader must know."""

    township: str
    exported_by: str
    exported_at: datetime
    filters: Sequence[tuple[str, str]] = ()
    demo: bool = False
    notes: Sequence[str] = ()


def legible(text: str) -> str:
    """Text that every format can carry: controls become their pictures (␇), line ends \\n, broken halves �."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _NO_CHARACTER.sub("\ufffd", lines.translate(_PICTURES))


async def batches(rows: AsyncIterator[Row], size: int) -> AsyncIterator[list[Row]]:
    """The rows in lists of at most `size`, none empty."""
    held: list[Row] = []
    async for row in rows:
        held.append(row)
        if len(held) == size:
            yield held
            held = []
    if held:
        yield held
