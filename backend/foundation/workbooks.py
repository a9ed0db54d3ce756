"""Workbooks in which text stays text: what somebody typed is never a formula, a link or a number.

xlsxwriter comes with the first workbook, not with every start.
"""

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


def _workbook(into: BytesIO | str, options: dict[str, Any]) -> Any:
    from xlsxwriter import Workbook

    return Workbook(into, _PLAIN | options)
