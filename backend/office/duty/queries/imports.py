"""Spreadsheets of rosters that were read, and what they are held against."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from backend.foundation.database import row
from backend.foundation.people.identity import Person as Signed
from backend.foundation.refusals import Refusal
from backend.office.duty.papers.comparing import Change, Month, RowFault
from backend.office.duty.queries.given import assigned, calendar_in, given_of
from backend.office.duty.queries.people import named
from backend.office.duty.queries.rosters import Roster, load_roster
from backend.office.duty.queries.shifts import KnownShift, shifts_of
from backend.office.duty.rules.sheet import People, Person

_IMPORT = (
    "SELECT i.id, i.roster, i.seen, i.file_name, i.digest, i.unchanged, i.faults, i.plan, i.made_at, "
    "m.name AS made_by, i.applied_at, a.name AS applied_by FROM roster_imports i JOIN officers m ON m.id = i.made_by "
    "LEFT JOIN officers a ON a.id = i.applied_by WHERE i.id = ?"
)


@dataclass(frozen=True, slots=True)
class Import:
    """One spreadsheet: its faults, or what a confirmation does to the roster whose version was `seen`."""

    id: UUID
    roster: Roster
    seen: int
    file_name: str
    digest: str
    unchanged: int
    faults: list[RowFault]
    plan: list[Change]
    made_at: datetime
    made_by: str
    applied_at: datetime | None
    applied_by: str

    @property
    def rows(self) -> int:
        return self.unchanged + len(self.plan) + len({fault.row for fault in self.faults})


async def import_of(person: Signed, import_id: UUID) -> Import:
    """One of a roster the person may see; refuses a stranger's `not_found`."""
    found = await row(_IMPORT, import_id)
    if found is None:
        raise Refusal("not_found")
    told = {
        "roster": await load_roster(person, found["roster"]),
        "faults": msgspec.json.decode(found["faults"], type=list[RowFault]),
        "plan": msgspec.json.decode(found["plan"], type=list[Change]),
        "applied_by": found["applied_by"] or "",
    }
    return Import(**(found | told))


async def month_of_roster(roster: Roster) -> Month:
    """What a spreadsheet is held against: the month as it stands now."""
    shifts = await shifts_of(roster.id)
    calendar = await calendar_in(roster.township)
    given = await given_of(roster.township, roster.id, roster.month, shifts, calendar)
    return Month(shifts, await people_of(roster, shifts), given, assigned(shifts))


async def people_of(roster: Roster, shifts: list[KnownShift]) -> People:
    """Who may be written into a cell: everybody who may stand there, and who stands there though they left meanwhile."""
    here = await named(roster.township)
    found = {id_: Person(id_, username, name) for username, (id_, name) in here.items()}
    for each in (each for shift in shifts for each in shift.people):
        found.setdefault(each.officer, Person(each.officer, each.username, each.name))
    return People(tuple(found.values()))
