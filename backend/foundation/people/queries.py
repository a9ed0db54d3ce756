"""Who can go on a patrol, whose certificate counts, and for which body they act."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.people.certificates import Certificate, may_count
from backend.foundation.people.identity import Person, roles_of
from backend.foundation.people.permissions import ACTIONS
from backend.foundation.people.units import Standing, enforcing_body


@dataclass(frozen=True)
class Colleague:
    """Somebody who can be chosen; `certified` at the moment that was asked for."""

    id: UUID
    username: str
    name: str
    position: str
    certified: bool


@dataclass(frozen=True)
class Colleagues:
    """The people of one unit."""

    unit_id: UUID
    code: str
    name: str
    kind: str
    members: tuple[Colleague, ...]


_COUNTING = (
    "SELECT c.officer, o.roles FROM certificates c JOIN officers o ON o.id = c.officer WHERE c.officer IN ({marks}) "
    "AND c.valid_from <= ? AND c.valid_until >= ? AND NOT EXISTS (SELECT 1 FROM suspensions s "
    "WHERE s.certificate = c.id AND s.started_at <= ? AND (s.ended_at IS NULL OR s.ended_at > ?))"
)


async def certified_at(officers: Collection[UUID], at: datetime) -> frozenset[UUID]:
    """Those of `officers` whose certificate was valid and not suspended at that moment, and who may count at all."""
    if not officers:
        return frozenset()
    marks = ", ".join("?" * len(officers))
    found = await rows(_COUNTING.format(marks=marks), *officers, at, at, at, at)
    return frozenset(entry["officer"] for entry in found if may_count(roles_of(entry)))


async def enforcing_bodies(units: Collection[UUID]) -> dict[UUID, UUID]:
    """Unit → the 执法主体 its officers act for."""
    if not units:
        return {}
    # A county has some tens of units: reading them is cheaper than a recursive query, and the walk stays pure.
    found = await rows("SELECT id, parent, acts_in_own_name FROM units")
    line = {entry["id"]: Standing(entry["parent"], bool(entry["acts_in_own_name"])) for entry in found}
    return {unit: enforcing_body(unit, line) for unit in units}


async def own_body(person: Person) -> UUID:
    """The 执法主体 the person acts for."""
    return (await enforcing_bodies([person.unit_id]))[person.unit_id]


async def officers_on(
    township: UUID, at: datetime, *, also: Collection[str] = frozenset()
) -> list[Colleagues]:
    """Whom a joint patrol of `township` is offered, by unit: its own units first, then county bodies.

    Only people whose roles walk; `also` are usernames that are offered whatever their role (already on the plan).
    """
    found = await rows(
        "SELECT o.id, o.username, o.name, o.position, o.roles, u.id AS unit_id, u.code, u.name AS unit_name, u.kind "
        "FROM officers o JOIN units u ON u.id = o.unit JOIN townships t ON t.id = ? "
        "WHERE o.left_at IS NULL AND (u.township = t.id OR (u.township IS NULL AND u.county = t.county)) "
        "ORDER BY CASE WHEN u.township IS NULL THEN 1 ELSE 0 END, u.code, o.username",
        township,
    )
    walk = [
        entry for entry in found if entry["username"] in also or roles_of(entry) & ACTIONS["patrol.write"]
    ]
    certified = await certified_at([entry["id"] for entry in walk], at)
    return [_unit(list(members), certified) for _, members in groupby(walk, key=lambda entry: entry["code"])]


async def certificates_of(officer: UUID) -> list[Certificate]:
    """All certificates of one officer, the newest first, each with the suspension that is running."""
    found = await rows(
        "SELECT c.id, c.number, c.issuer, c.valid_from, c.valid_until, s.started_at AS suspended_at, s.reason "
        "FROM certificates c LEFT JOIN suspensions s ON s.certificate = c.id AND s.ended_at IS NULL "
        "WHERE c.officer = ? ORDER BY c.valid_until DESC, c.number",
        officer,
    )
    return [Certificate(**{**entry, "reason": entry["reason"] or ""}) for entry in found]


def _unit(members: list[dict[str, Any]], certified: frozenset[UUID]) -> Colleagues:
    first = members[0]
    people = tuple(
        Colleague(found["id"], found["username"], found["name"], found["position"], found["id"] in certified)
        for found in members
    )
    return Colleagues(first["unit_id"], first["code"], first["unit_name"], first["kind"], people)
