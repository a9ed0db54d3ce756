"""Spreadsheets that were read, as the township that uploaded them may see them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.database import row, rows
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.matters.rules.comparing import Planned, RowFault

MOST = 20
_COLUMNS = (
    "i.id, i.revision, i.file_name, i.digest, i.effective_on, i.whole, i.row_count, i.unchanged, i.faults, i.plan, "
    "i.made_at, m.name AS made_by, i.applied_at, a.name AS applied_by"
)
_FROM = (
    "FROM matter_imports i JOIN officers m ON m.id = i.made_by LEFT JOIN officers a ON a.id = i.applied_by"
)
_FAULTS, _PLAN = msgspec.json.Decoder(list[RowFault]), msgspec.json.Decoder(list[Planned])


@dataclass(frozen=True, slots=True)
class Import:
    """One spreadsheet: its faults, or what a confirmation does."""

    id: UUID
    revision: UUID | None
    file_name: str
    digest: str
    effective_on: date
    whole: bool
    row_count: int
    unchanged: int
    faults: list[RowFault]
    plan: list[Planned]
    made_at: datetime
    made_by: str
    applied_at: datetime | None
    applied_by: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One spreadsheet as a list of them shows it."""

    id: UUID
    file_name: str
    row_count: int
    made_at: datetime
    made_by: str
    applied_at: datetime | None
    faulty: bool


async def import_of(person: Person, import_id: UUID) -> Import:
    """One of the person's township; refuses a stranger's `not_found`."""
    found = await row(
        f"SELECT {_COLUMNS} {_FROM} WHERE i.id = ? AND i.township = ?", import_id, person.township_id
    )
    if found is None:
        raise Refusal("not_found")
    return _import(found)


async def imports_of(person: Person) -> list[Summary]:
    """The last twenty, the newest first."""
    found = await rows(
        "SELECT i.id, i.file_name, i.row_count, i.made_at, m.name AS made_by, i.applied_at, "
        f"CASE WHEN CAST(i.faults AS TEXT) = '[]' THEN 0 ELSE 1 END AS faulty {_FROM} "
        "WHERE i.township = ? ORDER BY i.made_at DESC, i.id LIMIT ?",
        person.township_id,
        MOST,
    )
    return [Summary(**(entry | {"faulty": bool(entry["faulty"])})) for entry in found]


def _import(found: dict[str, Any]) -> Import:
    told = found | {
        "faults": _FAULTS.decode(found["faults"]),
        "plan": _PLAN.decode(found["plan"]),
        "whole": bool(found["whole"]),
        "applied_by": found["applied_by"] or "",
    }
    return Import(**told)
