"""Whose numbers and texts a person looks after."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.letters.queries.letters import bodies_of


@dataclass(frozen=True, slots=True)
class Body:
    """A body that issues papers in its own name."""

    id: UUID
    name: str
    chain: UUID


_BODIES = "SELECT id, name, township FROM units WHERE acts_in_own_name AND county = ? {which} ORDER BY township, code"


async def kept_bodies(person: Person) -> list[Body]:
    """Administrators: those of their township, or of their county; others the bodies they act for."""
    if "administrator" in person.roles:
        found = await _administered(person)
    else:
        own = await bodies_of(person)
        which = f"AND id IN ({', '.join('?' * len(own))})"
        found = await rows(_BODIES.format(which=which), person.county_id, *own)
    return [Body(entry["id"], entry["name"], entry["township"] or entry["id"]) for entry in found]


async def kept_body(person: Person, body: UUID) -> Body:
    """One of them; refuses `not_found`."""
    for each in await kept_bodies(person):
        if each.id == body:
            return each
    raise Refusal("not_found")


async def _administered(person: Person) -> list[dict[str, Any]]:
    if person.township_id is None:
        return await rows(_BODIES.format(which=""), person.county_id)
    return await rows(_BODIES.format(which="AND township = ?"), person.county_id, person.township_id)
