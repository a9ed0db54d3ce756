"""Whom and what a plan can name: units, people and key places of those who could take part."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

# Bodies that govern, prosecute or judge are told of it; they do not take part.
_APART = "('government', 'party_committee', 'procuratorate', 'court')"
_UNITS = (
    "SELECT u.id, u.code, u.name, u.kind, u.township, COALESCE(t.name, '') AS town FROM units u "
    f"LEFT JOIN townships t ON t.id = u.township WHERE u.county = ? AND u.kind NOT IN {_APART} AND {{near}} "
    "ORDER BY CASE WHEN u.township IS NULL THEN 1 ELSE 0 END, t.code, u.code"
)
_PEOPLE = (
    "SELECT o.id, o.username, o.name, o.position, o.unit, u.name AS unit_name FROM officers o JOIN units u ON u.id = o.unit "
    "WHERE u.county = ? AND o.left_at IS NULL AND {near} ORDER BY u.code, o.username"
)
_PLACES = "SELECT p.id, p.name FROM places p WHERE p.township = ? AND p.active ORDER BY p.kind, p.name"


async def units_for(person: Person) -> list[dict[str, Any]]:
    """For a township its own units and bodies of the county; for a body of the county every unit there is."""
    near, args = _near(person)
    return await rows(_UNITS.format(near=near), person.county_id, *args)


async def people_for(person: Person) -> list[dict[str, Any]]:
    """Of the own township; of bodies of the county their own: the others name theirs themselves."""
    near, args = (
        ("u.township = ?", [person.township_id]) if person.township_id else ("u.id = ?", [person.unit_id])
    )
    return await rows(_PEOPLE.format(near=near), person.county_id, *args)


async def places_for(person: Person) -> list[dict[str, Any]]:
    return await rows(_PLACES, person.township_id) if person.township_id else []


async def chosen_units(person: Person, codes: Collection[str]) -> set[UUID]:
    """Refuses `invalid` for a code that is not offered, and for none."""
    known = {each["code"]: each["id"] for each in await units_for(person)}
    if not codes or set(codes) - known.keys():
        raise Refusal("invalid", fields={"units": "从名单里选参加单位"})
    return {known[code] for code in codes}


async def chosen_people(person: Person, usernames: Collection[str]) -> dict[UUID, UUID]:
    """Officer → unit; refuses `invalid`."""
    known = {each["username"]: each for each in await people_for(person)}
    if set(usernames) - known.keys():
        raise Refusal("invalid", fields={"people": "从名单里选参加人员"})
    return {known[name]["id"]: known[name]["unit"] for name in usernames}


async def chosen_places(person: Person, ids: Collection[UUID]) -> set[UUID]:
    """Refuses `invalid`."""
    known = {each["id"] for each in await places_for(person)}
    if set(ids) - known:
        raise Refusal("invalid", fields={"places": "从重点场所里选"})
    return set(ids)


def _near(person: Person) -> tuple[str, list[UUID]]:
    if person.township_id is None:
        return "1 = 1", []
    return "(u.township = ? OR u.township IS NULL)", [person.township_id]
