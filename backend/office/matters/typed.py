"""From what was typed into a form to what the rules judge: a form holds what a row of the spreadsheet holds."""

from dataclasses import replace
from datetime import date

from backend.foundation.web.forms import Fields
from backend.office.matters.rules.comparing import WHOLE
from backend.office.matters.rules.directory import Directory
from backend.office.matters.rules.faults import Fault
from backend.office.matters.rules.sheet import COLUMNS, Line, Read, read_day, read_line
from backend.office.matters.rules.versions import Draft

Cells = dict[str, str]


def cells(sent: Fields) -> Cells:
    """What was typed, field by field, lines ended as everywhere here."""
    typed = {field: sent.text(field).replace("\r\n", "\n") for field, _, _ in COLUMNS}
    return typed | {"reason": sent.text("reason").replace("\r\n", "\n")}


def read(typed: Cells, directory: Directory) -> tuple[Draft, Read]:
    """As a draft, with what could not be read."""
    found = read_line(Line(WHOLE, typed), directory)
    return replace(found.draft, reason=typed["reason"]), found


def day(sent: Fields, field: str) -> tuple[date | None, list[Fault]]:
    return read_day(field, sent.text(field))


def version(sent: Fields) -> int:
    """The version the person saw when they began; one that cannot be read is none that ever was."""
    return sent.number("version") or 0
