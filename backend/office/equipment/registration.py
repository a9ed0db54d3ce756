"""What other rooms may know of a thing: notices lead to it."""

from uuid import UUID

from backend.foundation.database import batch, locking, row
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import ACTIONS, may
from backend.foundation.records import Kind, Record
from backend.foundation.records.audience import Audience, role_in
from backend.office.equipment.queries.things import find
from backend.office.equipment.rules.words import KINDS

READING = "equipment.read"


async def visible(person: Person, thing_id: UUID) -> Record | None:
    """To everybody of the township who works with things."""
    found = await find(person, thing_id) if may(person, READING) else None
    if found is None:
        return None
    thing = found.thing
    title, url = f"{KINDS[thing.kind]}{thing.number}", f"/equipment/{thing_id}"
    return Record(
        "equipment", thing_id, title, url, thing.township, open=False, chain=thing.township, facts={}
    )


async def audience(thing_id: UUID) -> Audience | None:
    """The same people."""
    found = await row("SELECT township, version FROM equipment WHERE id = ?", thing_id)
    if found is None:
        return None
    return Audience(
        found["version"], frozenset(role_in(found["township"], role) for role in ACTIONS[READING])
    )


async def hold(thing_id: UUID) -> None:
    """Keep it from being handed out until the transaction ends."""
    await batch([(f"SELECT e.id FROM equipment e WHERE e.id = ?{locking('e')}", [thing_id])])


EQUIPMENT = Kind("equipment", "装备", visible, hold=hold, audience=audience, reading=READING)
