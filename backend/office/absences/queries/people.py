"""Whose absence one may write down, and who decides about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from backend.foundation.database import row, rows
from backend.foundation.people.identity import Person, roles_of
from backend.foundation.people.permissions import only_administers
from backend.foundation.refusals import Refusal
from backend.office.absences.rules.access import HEADS, LEADERS, may_write_for

_PEOPLE = (
    "SELECT o.id, o.username, o.name, o.position, o.roles, o.unit, u.name AS unit_name FROM officers o "
    "JOIN units u ON u.id = o.unit WHERE u.township = ? AND o.left_at IS NULL"
)


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody of the township."""

    id: UUID
    username: str
    name: str
    position: str
    roles: frozenset[str]
    unit: UUID
    unit_name: str


async def officer_named(by: Person, username: str) -> Officer:
    """Whose absence `by` may write down; refuses `invalid` for anybody else."""
    found = await row(f"{_PEOPLE} AND o.username = ?", by.township_id, username)
    officer = _officer(found) if found else None
    if officer is None or not may_write_for(by, officer=officer.id, unit=officer.unit):
        raise Refusal("invalid", fields={"officer": "从名单里选人"})
    return officer


async def officers_for(by: Person) -> list[Officer]:
    """Everybody whose absence `by` may write down, by unit."""
    return [
        each
        for each in await township_people(by.township_id)
        if may_write_for(by, officer=each.id, unit=each.unit)
    ]


async def township_people(township: UUID | None) -> list[Officer]:
    """Everybody who serves there; administrators of the product are no such people unless they do more."""
    found = await rows(f"{_PEOPLE} ORDER BY u.code, o.username", township)
    return [each for each in map(_officer, found) if not only_administers(each.roles)]


async def officer_of(officer: UUID) -> Officer:
    """By id, also one who has left."""
    found = await row(
        "SELECT o.id, o.username, o.name, o.position, o.roles, o.unit, u.name AS unit_name FROM officers o "
        "JOIN units u ON u.id = o.unit WHERE o.id = ?",
        officer,
    )
    if found is None:
        raise Refusal("not_found")
    return _officer(found)


async def deciders(township: UUID, officer: Officer) -> list[UUID]:
    """Who is told that a leave waits: the heads of the unit, or where it has none but the person, the leaders."""
    people = [each for each in await township_people(township) if each.id != officer.id]
    heads = [each.id for each in people if each.unit == officer.unit and each.roles & HEADS]
    return heads if heads and not officer.roles & HEADS else _with(people, LEADERS)


async def leaders(township: UUID, *, but: Iterable[UUID]) -> list[UUID]:
    """Who decides on borrowings."""
    left_out = set(but)
    return [each for each in _with(await township_people(township), LEADERS) if each not in left_out]


async def keepers(township: UUID, unit: UUID) -> list[UUID]:
    """Who has to find somebody else: the heads of the unit, the dispatchers."""
    people = await township_people(township)
    return [
        each.id for each in people if (each.unit == unit and each.roles & HEADS) or "dispatcher" in each.roles
    ]


def _with(people: Iterable[Officer], roles: frozenset[str]) -> list[UUID]:
    return [each.id for each in people if each.roles & roles]


def _officer(found: dict[str, object]) -> Officer:
    return Officer(**{**found, "roles": roles_of(found)})  # type: ignore[arg-type]
