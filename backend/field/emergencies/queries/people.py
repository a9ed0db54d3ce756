"""Whom one can call in: everybody of the township who has an account, those on duty first."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.field.emergencies.rules.access import DIRECTORS
from backend.foundation.people.permissions import ACTIONS
from backend.foundation.people.serving import serving
from backend.foundation.refusals import Refusal
from backend.office.duty.queries.presence import on_duty

COMERS = ACTIONS["emergency.read"]


@dataclass(frozen=True, slots=True)
class Comer:
    """Somebody who can be called in."""

    id: UUID
    username: str
    name: str
    unit_name: str
    on_duty: bool

    @property
    def words(self) -> str:
        return f"{self.name} {self.unit_name}{'，在岗' if self.on_duty else ''}"


async def comers(township: UUID, at: datetime) -> list[Comer]:
    """Those on duty first, then by unit."""
    there = {each.id for each in await on_duty(township, at)}
    found = [
        Comer(each.id, each.username, each.name, each.unit_name, each.id in there)
        for each in await serving(township, COMERS)
    ]
    return sorted(found, key=lambda comer: not comer.on_duty)


async def called(township: UUID, usernames: Collection[str], at: datetime) -> list[Comer]:
    """Those of that name; refuses `invalid` for whom nobody can call in."""
    known = {comer.username: comer for comer in await comers(township, at)}
    if not known.keys() >= set(usernames):
        raise Refusal("invalid", fields={"people": "从名单里选人"})
    return [known[username] for username in dict.fromkeys(usernames)]


async def directing(township: UUID) -> list[UUID]:
    """Who directs there."""
    return [each.id for each in await serving(township, DIRECTORS)]
