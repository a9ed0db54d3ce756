"""One sheet of a workbook, written from top to bottom: every value as what it is, never as a formula."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from backend.desk.ledger.cells import NO, YES, Column, Row, Value, legible
from backend.desk.ledger.long_text import CONTINUED, fits, pieces
from backend.foundation.now import local

if TYPE_CHECKING:
    from xlsxwriter import Workbook

MOST_ROWS = 1_048_575  # of a sheet, without the head line
HELD = 2  # columns that say which row it is: number and name
_A3 = 8  # as spreadsheets number paper
_SHEETS_WIDE = 2
_EXACT = 2**53  # beyond it a cell would round a whole number
_FIRST_YEAR = 1900  # where the calendar of spreadsheets begins
_FORMS = {
    "whole": "0",
    "decimal": "0.0",
    "position": "0.000000",
    "moment": "yyyy-mm-dd hh:mm",
    "day": "yyyy-mm-dd",
}

_DATED = ("moment", "day")
# Figures stand clear of the words in the next column.
_SIDES = ({"align": "right", "indent": 1}, {"align": "left"})

# Takes (row in the sheet, title of the column, piece of text) of what did not fit.
Overflow = Callable[[int, str, str], None]


class SheetFull(ValueError):
    """More rows than a sheet can hold; narrow the filters."""

    code = "export_too_long"


class Forms:
    """The workbook's formats by name, made once."""

    def __init__(self, book: "Workbook") -> None:
        self.head = book.add_format({"bold": True, "bg_color": "#E6EEF8", "bottom": 1, "text_wrap": True})
        self.of = {
            name: book.add_format({"num_format": form, "valign": "top", **_SIDES[name in _DATED]})
            for name, form in _FORMS.items()
        }
        self.of["text"] = book.add_format({"valign": "top", "text_wrap": True})


def begin(
    book: "Workbook", name: str, heads: Sequence[tuple[str, float]], forms: Forms, *, held: int = 0
) -> Any:
    """A sheet with its head line (titles and widths), which stays in sight, as do the first `held` columns.

    On paper it lies across A3, two sheets wide, with the same head and columns on each.
    """
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, held)
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(_SHEETS_WIDE if held else 1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&R第&P页 共&N页")
    sheet.repeat_rows(0)
    if held:
        sheet.repeat_columns(0, held - 1)
    for at, (title, width) in enumerate(heads):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, title, forms.head)
    return sheet


class Worksheet:
    """A table of rows under its columns."""

    def __init__(
        self,
        book: "Workbook",
        name: str,
        columns: Sequence[Column],
        forms: Forms,
        overflow: Overflow,
        *,
        most: int = MOST_ROWS,
    ) -> None:
        heads = [(column.title, column.width) for column in columns]
        self._sheet = begin(book, name, heads, forms, held=HELD)
        self._columns, self._forms, self._overflow, self._most = columns, forms, overflow, most
        self.count = 0

    def add(self, rows: Sequence[Row]) -> None:
        """Raises SheetFull."""
        for row in rows:
            if self.count == self._most:
                raise SheetFull
            self.count += 1
            for at, value in enumerate(row):
                self._write(at, value)

    def finish(self) -> None:
        self._sheet.autofilter(0, 0, max(self.count, 1), len(self._columns) - 1)

    def _write(self, at: int, value: Value) -> None:
        match value:
            case None | "":
                pass
            case bool():
                self._text(at, YES if value else NO)
            case str():
                self._text(at, legible(value))
            case datetime():
                self._date(at, local(value).replace(tzinfo=None), "moment")
            case date():
                self._date(at, value, "day")
            case _:
                self._number(at, value)

    def _number(self, at: int, value: float) -> None:
        if abs(value) > _EXACT or value != value:  # noqa: PLR0124 — a NaN differs from itself
            self._text(at, str(value))
            return
        form = self._columns[at].form
        self._sheet.write_number(self.count, at, value, self._forms.of[form] if form in _FORMS else None)

    def _date(self, at: int, value: date, form: str) -> None:
        if value.year < _FIRST_YEAR:
            self._text(at, value.isoformat())
            return
        self._sheet.write_datetime(self.count, at, value, self._forms.of[form])

    def _text(self, at: int, text: str) -> None:
        if fits(text):
            self._sheet.write_string(self.count, at, text, self._forms.of["text"])
            return
        first, *rest = pieces(text)
        self._sheet.write_string(self.count, at, first + CONTINUED, self._forms.of["text"])
        for piece in rest:
            self._overflow(self.count + 1, self._columns[at].title, piece)
