"""The press's job: the rows of an uploaded spreadsheet as text. Knows no list and no database."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from backend.office.matters.rules.sheet import COLUMNS, NEEDED, SHEET, TITLES

MOST_ROWS = 10_000
# What ten thousand full rows come to, several times over: a small file that unfolds to more is no list.
MOST_UNPACKED = 64 * 1024 * 1024
HEAD_WITHIN = 20


class Unreadable(ValueError):
    """No spreadsheet, or one behind a password."""

    code = "list_unreadable"


class ColumnsMissing(ValueError):
    """No line with the titles the form has."""

    code = "list_columns_missing"


class TooLong(ValueError):
    """More rows than one list can have."""

    code = "list_too_long"


class Nothing(ValueError):
    """Titles, and nothing below them."""

    code = "list_empty"


def read(data: bytes) -> list[tuple[int, dict[str, str]]]:
    """Row number → what stands in its cells by field; empty rows are left out. Raises one of the above."""
    _weigh(data)
    try:
        sheet = _sheet(CalamineWorkbook.from_filelike(io.BytesIO(data)))
    except (CalamineError, ValueError, OSError) as error:
        raise Unreadable(str(error)) from None
    lines = enumerate(sheet.iter_rows(), 1)
    fields = _head(lines)
    found: list[tuple[int, dict[str, str]]] = []
    for number, values in lines:
        if cells := _cells(fields, values):
            found.append((number, cells))
        if len(found) > MOST_ROWS:
            raise TooLong(f"一张表最多{MOST_ROWS}行")
    if not found:
        raise Nothing
    return found


def _weigh(data: bytes) -> None:
    """Refuse a file that unfolds to more than any list before unfolding it keeps the press from everything else."""
    try:
        unpacked = sum(part.file_size for part in ZipFile(io.BytesIO(data)).infolist())
    except BadZipFile:
        return  # the old form of a workbook is not packed
    if unpacked > MOST_UNPACKED:
        raise TooLong(f"展开后超过{MOST_UNPACKED // 1024**2} MB")


def _sheet(book: CalamineWorkbook) -> CalamineSheet:
    return book.get_sheet_by_name(SHEET) if SHEET in book.sheet_names else book.get_sheet_by_index(0)


def _head(lines: Iterator[tuple[int, list[Any]]]) -> dict[int, str]:
    """Column → field, from the first line that has the first title; lines above it are somebody's heading."""
    titled = {title: field for field, title, _ in COLUMNS}
    for number, values in lines:
        names = [_text(value).strip().removesuffix("*") for value in values]
        if TITLES["code"] in names:
            fields = {at: titled[name] for at, name in enumerate(names) if name in titled}
            if missing := [TITLES[field] for field in NEEDED if field not in fields.values()]:
                raise ColumnsMissing(f"缺少栏目：{'、'.join(missing)}")
            return fields
        if number == HEAD_WITHIN:
            break
    raise ColumnsMissing(f"前{HEAD_WITHIN}行里没有“{TITLES['code']}”这一栏")


def _cells(fields: dict[int, str], values: list[Any]) -> dict[str, str]:
    cells = {field: _text(values[at]) for at, field in fields.items() if at < len(values)}
    return {field: text for field, text in cells.items() if text.strip()}


def _text(value: Any) -> str:
    """A cell as people read it: 5 for 5.0, the day of a moment at midnight."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value).replace("\r\n", "\n")
