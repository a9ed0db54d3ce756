"""Whom one can call in: everybody of the township who has an account, those on duty first."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.people.identity import roles_of
from backend.foundation.people.permissions import ACTIONS
from backend.foundation.refusals import Refusal
from backend.office.duty.queries.presence import on_duty

COMERS = ACTIONS["emergency.read"]
_HERE = (
    "SELECT o.id, o.username, o.name, o.roles, u.name AS unit_name FROM officers o JOIN units u ON u.id = o.unit "
    "WHERE u.township = ? AND o.left_at IS NULL ORDER BY u.code, o.username"
)


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
        Comer(each["id"], each["username"], each["name"], each["unit_name"], each["id"] in there)
        for each in await rows(_HERE, township)
        if not roles_of(each).isdisjoint(COMERS)
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
    return [
        each["id"]
        for each in await rows(_HERE, township)
        if not roles_of(each).isdisjoint(ACTIONS["emergency.direct"])
    ]
