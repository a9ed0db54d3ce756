"""What a crew is judged by before it is written down: who they are, whose certificate counts, what else they walk."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from backend.field.patrols.queries.visible import stays
from backend.field.patrols.rules.crew import known
from backend.field.patrols.rules.overlaps import Span
from backend.field.patrols.rules.patrol import Stay
from backend.foundation.database import Dialogue, rows
from backend.foundation.database.access import Row, Statement
from backend.foundation.database.dialogues import listed
from backend.foundation.people.identity import Person
from backend.foundation.people.power import Power
from backend.foundation.people.power import queries as power
from backend.foundation.preferences import ASKED, in_force

# A patrol that began longer ago is over or forgotten: it does not mark today's.
WINDOW = timedelta(hours=24)
# When a patrol started and ended; None for what has not happened yet.
Ran = tuple[datetime | None, datetime | None]

_PEOPLE = (
    "SELECT o.id AS officer, o.username, o.name, o.roles, u.id AS unit, u.code AS unit_code, u.name AS unit_name "
    "FROM officers o JOIN units u ON u.id = o.unit WHERE o.username IN ({marks}) AND o.left_at IS NULL "
    "AND (u.township = ? OR (u.township IS NULL AND u.county = ?)) ORDER BY u.code, o.username"
)
_OTHER = (
    "SELECT p.id, p.started_at, p.ended_at FROM patrols p WHERE p.township = ? AND p.sort_at > ? AND p.sort_at < ? "
    "AND p.id <> ? AND p.cancelled_at IS NULL AND p.started_at < ? AND (p.ended_at IS NULL OR p.ended_at > ?) "
    "AND EXISTS (SELECT 1 FROM crew c WHERE c.patrol = p.id AND c.officer IN "
    "(SELECT id FROM officers WHERE username IN ({marks})))"
)
# One of them says that there are others; besides it only those matter that are still to be marked.
_OTHERS = (
    f"SELECT * FROM ({_OTHER} LIMIT 1) known UNION {_OTHER} AND NOT p.overlapping AND p.filed_at IS NULL"
)
# Photos are sent apart from facts and may be here before them.
_PHOTOS = (
    "SELECT COUNT(*) AS photos FROM photos WHERE subject_id = ? AND subject_kind = 'patrol' AND removed_at IS NULL "
    "AND township = ?"
)


@dataclass(frozen=True, slots=True)
class Roll:
    """The crew by name, whether they may exercise power, what else they were on, the township's settings, and how many
    photos of the patrol arrived before it."""

    crew: list[Stay]
    power: Power
    others: list[Span]
    settings: dict[str, int]
    photos: int


def roll(
    person: Person,
    patrol_id: UUID,
    usernames: Collection[str],
    ran: Ran,
    at: datetime,
) -> Dialogue[Roll]:
    """Look the crew up; refuses `crew_needed` and `crew_unknown`."""
    names = sorted(set(usernames))
    people, certified, units, changed, others, photos = yield from listed(
        [
            _people(person, names),
            *power.asked_by_name(names, at),
            (ASKED, [person.township_id]),
            _others(person.township_id, patrol_id, names, ran, at),
            (_PHOTOS, [patrol_id, person.township_id]),
        ]
    )
    known(names, [entry["username"] for entry in people])
    crew = stays(people)
    judged = power.judged(crew, certified, units)
    return Roll(crew, judged, spans(others), in_force(changed), photos[0]["photos"])


async def find_people(person: Person, usernames: Collection[str]) -> list[Stay]:
    """Officers by username who can be on a patrol of this person's township; refuses as `roll`."""
    names = sorted(set(usernames))
    sql, args = _people(person, names)
    people = await rows(sql, *args)
    known(names, [entry["username"] for entry in people])
    return stays(people)


async def find_others(
    township: UUID, patrol_id: UUID, usernames: Collection[str], ran: Ran, at: datetime
) -> list[Span]:
    """Other patrols at that time with one of these people on them: those to be marked, and one that is already."""
    sql, args = _others(township, patrol_id, sorted(set(usernames)), ran, at)
    return spans(await rows(sql, *args))


def spans(found: Sequence[Row]) -> list[Span]:
    return [Span(**entry) for entry in found]


def _people(person: Person, names: Sequence[str]) -> Statement:
    marks = ", ".join("?" * len(names)) or "NULL"
    return (_PEOPLE.format(marks=marks), [*names, person.township_id, person.county_id])


def _others(
    township: UUID | None, patrol_id: UUID, names: Sequence[str], ran: Ran, at: datetime
) -> Statement:
    started_at, ended_at = ran[0] or at, ran[1] or max(at, ran[0] or at) + WINDOW
    window: list[Any] = [started_at - WINDOW, max(at, started_at) + WINDOW]
    args = [township, *window, patrol_id, ended_at, started_at, *names]
    marks = ", ".join("?" * len(names)) or "NULL"
    return (_OTHERS.format(marks=marks), [*args, *args])
