"""The figure beside 队伍: leaves and borrowings that wait for this person's word."""

from datetime import datetime
from typing import Final

from backend.foundation.database.access import Row, Statement
from backend.foundation.people.identity import Person, roles_of
from backend.foundation.web.frame import Badge, Counter
from backend.office.absences.queries.people import township_people
from backend.office.absences.rules.access import (
    HEADS,
    LEADERS,
    decides_on_borrowing,
    decides_on_leave,
    plays,
)

_UNDECIDED: Final = (
    "SELECT '{kind}' AS kind, a.officer, a.unit, a.asked_by, o.roles FROM {table} a JOIN officers o ON o.id = a.officer "
    "WHERE a.township = ? AND a.approved_at IS NULL AND a.refused_at IS NULL AND a.withdrawn_at IS NULL"
)
_ASKED: Final = " UNION ALL ".join(
    _UNDECIDED.format(kind=kind, table=table)
    for kind, table in (("leave", "leaves"), ("borrowing", "borrowings"))
)


def _asked(person: Person, _at: datetime) -> Statement:
    return _ASKED, [person.township_id, person.township_id]


async def _read(person: Person, found: list[Row], _at: datetime) -> Badge | None:
    theirs = [entry for entry in found if _is_theirs(person, entry)]
    if theirs and plays(person, LEADERS):
        # What the head of a unit decides does not wait for the leaders.
        headed = {each.unit for each in await township_people(person.township_id) if each.roles & HEADS}
        theirs = [
            entry
            for entry in theirs
            if entry["kind"] == "borrowing" or entry["unit"] not in headed or roles_of(entry) & HEADS
        ]
    return Badge(len(theirs), urgent=False) if theirs else None


def _is_theirs(person: Person, entry: Row) -> bool:
    if entry["kind"] == "borrowing":
        return decides_on_borrowing(person, officer=entry["officer"], asked_by=entry["asked_by"])
    return decides_on_leave(
        person, officer=entry["officer"], unit=entry["unit"], officer_roles=roles_of(entry)
    )


DECISIONS = Counter("absence.decide", _asked, _read)
