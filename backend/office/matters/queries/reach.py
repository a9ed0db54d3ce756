"""Whose list a person reads: their township's, or for a county body that of any township of the county."""

from dataclasses import dataclass
from uuid import UUID

from backend.foundation.database import row, rows
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Whose:
    """A township as the holder of a list."""

    id: UUID
    code: str
    name: str


async def lists_open_to(person: Person) -> list[Whose]:
    """One for people of a township; for a county body all of its county, by code."""
    found = await rows(
        "SELECT id, code, name FROM townships WHERE county = ? AND id = COALESCE(?, id) ORDER BY code",
        person.county_id,
        person.township_id,
    )
    return [Whose(**entry) for entry in found]


async def list_of(person: Person, code: str = "") -> Whose:
    """The list of that township, by default the first the person reads; refuses `not_found`."""
    for whose in await lists_open_to(person):
        if code in ("", whose.code):
            return whose
    raise Refusal("not_found")


async def township_of(person: Person, matter: UUID) -> Whose:
    """Whose list the matter stands on; refuses a stranger's `not_found`."""
    found = await row(
        "SELECT t.id, t.code, t.name FROM matters m JOIN townships t ON t.id = m.township "
        "WHERE m.id = ? AND t.county = ? AND t.id = COALESCE(?, t.id)",
        matter,
        person.county_id,
        person.township_id,
    )
    if found is None:
        raise Refusal("not_found")
    return Whose(**found)
