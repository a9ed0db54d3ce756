"""Workbooks in which text stays text: what somebody typed is never a formula, a link or a number.

xlsxwriter comes with the first workbook, not with every start.
"""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, Final

_PLAIN: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def held_in_memory(made: BytesIO) -> Any:
    """A small workbook, written in any order."""
    return _workbook(made, {"in_memory": True})


def row_by_row(path: Path, folder: Path) -> Any:
    """One of any length, written from top to bottom; its rows lie in `folder` until it is closed."""
    return _workbook(str(path), {"constant_memory": True, "tmpdir": str(folder)})


def table(book: Any, name: str, heads: tuple[tuple[str, float], ...], rows: Iterable[tuple[Any, ...]]) -> Any:
    """A sheet of days and text under titles of a width each; the sheet, to go on with."""
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bg_color": "#E6EEF8", "bottom": 1, "text_wrap": True})
    text = book.add_format({"valign": "top", "text_wrap": True, "num_format": "@"})
    day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
    for at, (title, width) in enumerate(heads):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, title, head)
    for number, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, at, value, day)
            elif value:
                sheet.write_string(number, at, value, text)
    return sheet


def _workbook(into: BytesIO | str, options: dict[str, Any]) -> Any:
    from xlsxwriter import Workbook

    return Workbook(into, _PLAIN | options)
