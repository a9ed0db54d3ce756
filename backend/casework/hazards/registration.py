"""What other rooms may know of a notification: photos hang on it, and on what was recorded on somebody's behalf."""

from collections.abc import Collection
from uuid import UUID

from backend.casework.hazards.queries.audience import audience
from backend.casework.hazards.queries.visible import Named, find, find_among
from backend.foundation.database import batch, locking, row
from backend.foundation.database.access import Statement
from backend.foundation.evidence import brought
from backend.foundation.people.identity import Person
from backend.foundation.records import Kind, NamedRecord, Record
from backend.foundation.records.audience import Audience

_STEP = "SELECT hazard FROM hazard_steps WHERE id = ?"


async def visible(person: Person, hazard_id: UUID) -> Record | None:
    """The notification as a subject of photos; the told body's own photos hang on it as well."""
    found = await find(person, hazard_id)
    return _record("hazard", hazard_id, found) if found else None


async def visible_among(person: Person, hazard_ids: Collection[UUID]) -> list[Record]:
    """Of several those that `visible` would show."""
    return [_record("hazard", found.hazard.id, found) for found in await find_among(person, hazard_ids)]


async def visible_step(person: Person, step_id: UUID) -> Record | None:
    """A step: seen by whoever sees its notification."""
    step = await row(_STEP, step_id)
    found = await find(person, step["hazard"]) if step else None
    return _record("hazard_step", step_id, found) if found else None


async def hold(hazard_id: UUID) -> None:
    """Keep it from being closed until the transaction ends."""
    await batch([(f"SELECT id FROM hazards h WHERE h.id = ?{locking('h')}", [hazard_id])])


async def hold_step(step_id: UUID) -> None:
    """The same for its notification."""
    step = await row(_STEP, step_id)
    if step is not None:
        await hold(step["hazard"])


def carrying(photo_id: UUID) -> Statement:
    """Those that brought the photo along from the record they came from."""
    return brought.carrying("hazards", photo_id)


async def notification_of(step_id: UUID) -> NamedRecord | None:
    """What the step is a part of."""
    step = await row(_STEP, step_id)
    return ("hazard", step["hazard"]) if step else None


async def audience_of_step(step_id: UUID) -> Audience | None:
    """Whoever hears of its notification."""
    step = await row(_STEP, step_id)
    return await audience(step["hazard"]) if step else None


def _record(kind: str, record_id: UUID, found: Named) -> Record:
    hazard = found.hazard
    return Record(
        kind=kind,
        id=record_id,
        title=f"{hazard.category}隐患",
        url=f"/hazards/{hazard.id}",
        township=hazard.township,
        open=hazard.open,
        chain=hazard.township,
        facts={"number": "", "address": hazard.address},
        closed_at=hazard.closed_at,
    )


_BEGUN = (
    "SELECT id FROM hazards WHERE township = ? AND received_at >= ? AND received_at <= ? "
    "ORDER BY received_at, id LIMIT ?"
)
HAZARDS = Kind(
    "hazard",
    "重大隐患通报",
    visible,
    hold=hold,
    audience=audience,
    reading="hazard.read",
    visible_among=visible_among,
    begun=_BEGUN,
    carrying=carrying,
)
HAZARD_STEPS = Kind(
    "hazard_step",
    "重大隐患答复",
    visible_step,
    hold=hold_step,
    audience=audience_of_step,
    reading="hazard.read",
    within=notification_of,
)
