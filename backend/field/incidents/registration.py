"""What other rooms may know of an incident: photos hang on it, and it brings along those of what it came from."""

from collections.abc import Collection
from uuid import UUID

from backend.field.incidents.queries.visible import Named, audience, find, find_among, held
from backend.foundation.database import batch
from backend.foundation.database.access import Statement
from backend.foundation.evidence import brought
from backend.foundation.people.identity import Person
from backend.foundation.records import Kind, Record


async def visible(person: Person, incident_id: UUID) -> Record | None:
    """The incident as a subject of photos, and as something a call for help led to."""
    found = await find(person, incident_id)
    return _record(found) if found else None


async def visible_among(person: Person, incident_ids: Collection[UUID]) -> list[Record]:
    """Of several those that `visible` would show."""
    return [_record(found) for found in await find_among(person, incident_ids)]


def _record(found: Named) -> Record:
    incident = found.incident
    return Record(
        kind="incident",
        id=incident.id,
        title=f"突发事件报送：{incident.title}",
        url=f"/incidents/{incident.id}",
        township=incident.township,
        open=incident.open,
        chain=incident.township,
        facts={"number": "", "address": incident.address, "exercise": incident.exercise},
        closed_at=incident.ended_at,
    )


async def hold(incident_id: UUID) -> None:
    """Keep it from being ended until the transaction ends."""
    await batch([held(incident_id)])


def carrying(photo_id: UUID) -> Statement:
    """Those that brought the photo along from the record they came from."""
    return brought.carrying("incidents", photo_id)


_BEGUN = (
    "SELECT id FROM incidents WHERE township = ? AND received_at >= ? AND received_at <= ? "
    "ORDER BY received_at, id LIMIT ?"
)
INCIDENTS = Kind(
    "incident",
    "突发事件报送",
    visible,
    hold=hold,
    audience=audience,
    reading="incident.read",
    visible_among=visible_among,
    begun=_BEGUN,
    carrying=carrying,
)
