"""Whom to call and write to when there is no network: numbers a phone keeps beforehand."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from backend.field.assists.queries.contacts import contacts_of
from backend.field.assists.rules.access import COUNTY_READERS, POLICE, is_police
from backend.foundation.database import rows
from backend.foundation.people.identity import Person, roles_of
from backend.office.duty.queries.presence import OnDuty

MOST: Final = 6
_CHIEFS: Final = (
    "SELECT o.id, o.name, o.phone, o.roles FROM officers o JOIN units u ON u.id = o.unit "
    "WHERE u.township = ? AND o.left_at IS NULL AND o.phone <> '' ORDER BY u.code, o.username"
)
_STATION: Final = (
    "SELECT name, phone FROM units WHERE township = ? AND kind = 'police' AND phone <> '' ORDER BY code"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One number: 值班民警 周青岩."""

    name: str
    what: str
    phone: str


async def lines_for(person: Person, there: list[OnDuty]) -> list[Line]:
    """Of those on duty there (`on_duty_with`) the police, the station itself, its chief and the captain, then the township's
    own list; never oneself."""
    if person.township_id is None:
        return _distinct(_duty_lines(person, there, POLICE | COUNTY_READERS))
    found = _duty_lines(person, there, POLICE)
    found += [Line(each["name"], "", each["phone"]) for each in await rows(_STATION, person.township_id)]
    found += await _heads(person.township_id, person.id)
    contacts = await contacts_of(person.township_id)
    found += [Line(each.name, each.position, each.phone) for each in contacts]
    return _distinct(found)


def _duty_lines(person: Person, there: list[OnDuty], roles: frozenset[str]) -> list[Line]:
    on = [each for each in there if each.phone and each.id != person.id and not each.roles.isdisjoint(roles)]
    return [
        Line(each.name, "值班民警" if is_police(each.roles, person.township_id) else "值班", each.phone)
        for each in on
    ]


async def _heads(township: UUID, but: UUID) -> list[Line]:
    found = [(entry, roles_of(entry)) for entry in await rows(_CHIEFS, township) if entry["id"] != but]
    return [
        Line(entry["name"], word, entry["phone"])
        for role, word in (("police_chief", "所长"), ("captain", "队长"))
        for entry, roles in found
        if role in roles
    ]


def _distinct(found: list[Line]) -> list[Line]:
    """Each number once, where it stands first."""
    first: dict[str, Line] = {}
    for line in found:
        first.setdefault(line.phone, line)
    return list(first.values())[:MOST]
