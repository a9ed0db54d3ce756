"""Everything on one patrol's page of the ledger, in two trips to the database."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from backend.field.patrols.queries.visible import COLUMNS, CREW, FROM, scope, stays
from backend.field.patrols.rules.patrol import Patrol, Stay, present
from backend.foundation.database import batch
from backend.foundation.database.access import Row
from backend.foundation.people.identity import Person
from backend.foundation.people.power import Power
from backend.foundation.people.power import queries as power
from backend.foundation.preferences import ASKED, in_force
from backend.foundation.refusals import Refusal

_PEOPLE = (
    "SELECT o.id, o.username, o.name, u.code AS unit_code, u.name AS unit_name FROM officers o JOIN units u "
    "ON u.id = o.unit WHERE o.id IN (?, ?, ?)"
)
_LISTS = {
    "pauses": "SELECT paused_at, reason, resumed_at FROM pauses WHERE patrol = ? ORDER BY paused_at",
    "attendances": "SELECT a.unit, a.at, a.note, o.name AS by_name FROM attendances a JOIN officers o "
    "ON o.id = a.confirmed_by WHERE a.patrol = ?",
    "conduct": "SELECT c.points, c.at, c.note, o.name AS by_name FROM conduct_checks c JOIN officers o "
    "ON o.id = c.checked_by WHERE c.patrol = ? ORDER BY c.at DESC, c.id DESC",
    "recordings": "SELECT r.id, r.recorder, r.from_at, r.until_at, r.file_name, r.sha256, r.kept_at, r.at, "
    "o.name AS by_name FROM recordings r JOIN officers o ON o.id = r.entered_by WHERE r.patrol = ? ORDER BY r.from_at",
    "passings": "SELECT g.place, l.name, l.kind, g.at, g.by_hand FROM passings g JOIN places l ON l.id = g.place "
    "WHERE g.patrol = ? ORDER BY g.at",
    "addenda": "SELECT a.id, a.at, a.made_at, a.reason, a.text, a.late, o.name AS by_name FROM addenda a "
    "JOIN officers o ON o.id = a.written_by WHERE a.patrol = ? ORDER BY a.at, a.id",
    "remarks": "SELECT r.id, r.at, r.text, r.returned, o.name AS by_name, o.position FROM remarks r JOIN officers o "
    "ON o.id = r.written_by WHERE r.patrol = ? ORDER BY r.at, r.id",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """台账页: the patrol, its crew, whether they may exercise power, and everything noted on it (rows by list)."""

    patrol: Patrol
    crew: list[Stay]
    power: Power
    settings: dict[str, int]
    people: dict[UUID, Row] = field(default_factory=dict)
    lists: dict[str, list[Row]] = field(default_factory=dict)

    def of(self, name: str) -> list[Row]:
        return self.lists.get(name, [])


async def sheet(person: Person, patrol_id: UUID, at: datetime) -> Sheet:
    """The page as it stands at `at`; refuses `not_found` to a stranger."""
    seen, args = scope(person)
    found, crew_rows, changed = await batch(
        [
            (f"SELECT {COLUMNS} {FROM} WHERE p.id = ? AND {seen}", [patrol_id, *args]),
            (CREW, [patrol_id]),
            (ASKED, [person.township_id]),
        ]
    )
    if not found:
        raise Refusal("not_found")
    patrol, crew = Patrol(**found[0]), stays(crew_rows)
    there, moment = judged_crew(patrol, crew, at)
    who = [patrol.created_by, patrol.filed_by or patrol.created_by, patrol.cancelled_by or patrol.created_by]
    certified, units, people, *lists = await batch(
        [
            *power.asked(there, moment),
            (_PEOPLE, who),
            *((sql, [patrol_id]) for sql in _LISTS.values()),
        ]
    )
    return Sheet(
        patrol,
        crew,
        power.judged(there, certified, units),
        in_force(changed),
        {entry["id"]: entry for entry in people},
        dict(zip(_LISTS, lists, strict=True)),
    )


def judged_crew(patrol: Patrol, crew: list[Stay], at: datetime) -> tuple[list[Stay], datetime]:
    """Whose certificates count, and when: those present now, on a patrol that is over those there at its end."""
    if patrol.ended_at is None:
        return present(crew), at
    end = patrol.ended_at
    return [stay for stay in crew if stay.left_at is None or stay.left_at >= end], end
