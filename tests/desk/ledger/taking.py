"""Files of the ledger, read back by other programs than wrote them."""

import csv
from io import BytesIO, StringIO
from typing import Any

import openpyxl
from python_calamine import CalamineWorkbook

from backend.foundation.database import row, rows
from tests.desk.ledger.seeing import address
from tests.field.street import Street

Table = list[dict[str, Any]]


async def file(street: Street, form: str, who: str = "lingdao", **asked: str) -> bytes:
    """What the API hands out with these filters."""
    answer = await street.get(who, address(f"/patrols.{form}", **asked))
    assert answer.status_code == 200, answer.text
    return answer.content


def by_calamine(content: bytes, sheet: str = "台账") -> Table:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return _table(book.get_sheet_by_name(sheet).to_python(skip_empty_area=False))


def by_openpyxl(content: bytes, sheet: str = "台账") -> Table:
    book = openpyxl.load_workbook(BytesIO(content))
    return _table([["" if cell is None else cell for cell in line] for line in book[sheet].values])


def by_csv(content: bytes) -> Table:
    return _table([list(line) for line in csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))])


async def events(kind: str) -> list[dict[str, Any]]:
    return await rows(
        "SELECT e.record_id, e.actor, e.chain, p.body FROM events e JOIN payloads p ON p.id = e.id WHERE e.kind = ? "
        "ORDER BY e.seq",
        kind,
    )


async def state(export: str) -> str:
    found = await row("SELECT state FROM exports WHERE id = ?", export)
    return str(found["state"]) if found else ""


def _table(lines: list[list[Any]]) -> Table:
    head, *rest = lines
    return [dict(zip(head, line, strict=True)) for line in rest]
