"""What the form of a first report begins with: nothing, a record of any kind, a call for help or an emergency with all that is
known."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.field.assists.account import told
from backend.field.assists.queries.sheet import Sheet, sheet
from backend.field.assists.rules.account import measures_words
from backend.field.emergencies.queries.sheet import Sheet as Course
from backend.field.emergencies.queries.sheet import sheet as course
from backend.field.emergencies.rules import log
from backend.field.incidents.rules.prefill import category_of
from backend.foundation.evidence.brought import photos_from
from backend.foundation.evidence.photo import Photo
from backend.foundation.people.identity import Person
from backend.foundation.records import Record
from backend.foundation.records.origins import asked_origin


@dataclass(frozen=True, slots=True)
class Beginning:
    """`position` as the wire shows it."""

    origin: Record | None = None
    category: str = ""
    happened_at: datetime | None = None
    facts: str = ""
    measures: str = ""
    injured: int | None = None
    address: str = ""
    position: dict[str, Any] = field(default_factory=dict)
    alarm_number: str = ""
    exercise: bool = False
    photos: Sequence[Photo] = ()


async def begin(person: Person, kind: str, record_id: UUID | None) -> Beginning:
    """Refuses `not_found` for a record that is not theirs to see."""
    origin = await asked_origin(person, kind, record_id)
    if origin is None:
        return Beginning()
    if kind == "assist":
        return _of_call(origin, await sheet(person, origin.id))
    if kind == "emergency":
        return _of_emergency(origin, await course(person, origin.id))
    known = origin.facts
    found_at = known.get("found_at")
    return Beginning(
        origin,
        happened_at=datetime.fromisoformat(found_at) if found_at else None,
        facts=known.get("text", ""),
        address=known.get("address", ""),
        position=known.get("position") or {},
        photos=await photos_from(origin),
    )


def _of_call(origin: Record, found: Sheet) -> Beginning:
    assist = found.called.assist
    return Beginning(
        origin,
        category=category_of(assist.reason),
        happened_at=assist.raised_at,
        facts=told(found),
        measures=measures_words(evidence=assist.evidence, dispersed=assist.dispersed, outcome=assist.outcome),
        injured=assist.injured,
        position=assist.position,
        alarm_number=assist.alarm_number,
        exercise=assist.exercise,
        photos=found.photos,
    )


def _of_emergency(origin: Record, found: Course) -> Beginning:
    """What its log says, as it stands after every correction."""
    emergency = found.named.emergency
    return Beginning(
        origin,
        category=emergency.category,
        happened_at=emergency.happened_at,
        facts=log.told_words(log.beats(found.entries, found.members)),
        measures=log.measures_words(found.members, emergency.outcome),
        address=emergency.address,
        position=emergency.position,
        exercise=emergency.exercise,
        photos=[photo for entry in found.entries if not entry.note for photo in found.photos[entry.id]],
    )
