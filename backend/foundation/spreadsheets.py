"""The rows of an uploaded spreadsheet as text: for jobs of the press, for it is a stranger's file. Knows no room.

Refusals go by code (foundation/refusals/catalogue.toml), as the press carries them.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from backend.foundation.press import JobFailed, PressClosed, PressError, the_press
from backend.foundation.refusals import CATALOGUE, Refusal

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_ROWS = 10_000
# What ten thousand full rows come to, several times over: a small file that unfolds to more is no list.
MOST_UNPACKED = 64 * 1024 * 1024
HEAD_WITHIN = 20


@dataclass(frozen=True, slots=True)
class Form:
    """The sheet's name (the first one where it is missing), its titles by field, the fields every line of titles must have; the
    first of these is known by it."""

    sheet: str
    titles: Mapping[str, str]
    needed: Sequence[str]


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


def read_rows(data: bytes, form: Form) -> list[tuple[int, dict[str, str]]]:
    """Row number → what stands in its cells by field; empty rows are left out. Raises one of the above."""
    from python_calamine import CalamineError, CalamineWorkbook

    _weigh(data)
    try:
        sheet = _sheet(CalamineWorkbook.from_filelike(io.BytesIO(data)), form)
    except (CalamineError, ValueError, OSError) as error:
        raise Unreadable(str(error)) from None
    lines = enumerate(sheet.iter_rows(), 1)
    fields = _head(lines, form)
    found: list[tuple[int, dict[str, str]]] = []
    for number, values in lines:
        if cells := _cells(fields, values):
            found.append((number, cells))
        if len(found) > MOST_ROWS:
            raise TooLong(f"一张表最多{MOST_ROWS}行")
    if not found:
        raise Nothing
    return found


async def read_in_press(job: str, data: bytes) -> list[tuple[int, dict[str, str]]]:
    """The same, asked of the press under the name a room gave its job. Refuses what the job raised, and `unavailable`."""
    try:
        found: list[tuple[int, dict[str, str]]] = await the_press().run(job, {"data": data}, urgent=True)
    except JobFailed as failure:
        raise _refusal(failure.code, failure.words) from None
    except PressClosed:
        raise Refusal("unavailable") from None
    except PressError:
        raise _refusal("list_unreadable") from None
    return found


def _refusal(code: str, words: str = "") -> Refusal:
    """What the reader said of the file; what it did not foresee is a file it cannot read."""
    known = code if code in CATALOGUE else "list_unreadable"
    entry = CATALOGUE[known]
    if known in ("list_columns_missing", "list_too_long"):
        said = f"{entry.title}：{words}"
        return Refusal(known, said, fields={"file": said})
    return Refusal(known, entry.title, fields={"file": f"{entry.title}：{entry.do}"})


def _weigh(data: bytes) -> None:
    """Refuse a file that unfolds to more than any list before unfolding it keeps the press from everything else."""
    try:
        unpacked = sum(part.file_size for part in ZipFile(io.BytesIO(data)).infolist())
    except BadZipFile:
        return  # the old form of a workbook is not packed
    if unpacked > MOST_UNPACKED:
        raise TooLong(f"展开后超过{MOST_UNPACKED // 1024**2} MB")


def _sheet(book: "CalamineWorkbook", form: Form) -> "CalamineSheet":
    known = form.sheet in book.sheet_names
    return book.get_sheet_by_name(form.sheet) if known else book.get_sheet_by_index(0)


def _head(lines: Iterator[tuple[int, list[Any]]], form: Form) -> dict[int, str]:
    """Column → field, from the first line that has the first title; lines above it are somebody's heading."""
    titled = {title: field for field, title in form.titles.items()}
    first = form.titles[form.needed[0]]
    for number, values in lines:
        names = [_text(value).strip().removesuffix("*") for value in values]
        if first in names:
            fields = {at: titled[name] for at, name in enumerate(names) if name in titled}
            if missing := [form.titles[field] for field in form.needed if field not in fields.values()]:
                raise ColumnsMissing(f"缺少栏目：{'、'.join(missing)}")
            return fields
        if number == HEAD_WITHIN:
            break
    raise ColumnsMissing(f"前{HEAD_WITHIN}行里没有“{first}”这一栏")


def _cells(fields: dict[int, str], values: list[Any]) -> dict[str, str]:
    cells = {field: _text(values[at]) for at, field in fields.items() if at < len(values)}
    return {field: text for field, text in cells.items() if text.strip()}


def _text(value: Any) -> str:
    """A cell as people read it: 5 for 5.0, the day of a moment at midnight, 08:00 of a time."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value).replace("\r\n", "\n")
