"""To whom a task can be given, and who of a unit is told of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.foundation.database import row
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import ACTIONS
from backend.foundation.people.serving import serving
from backend.foundation.refusals import Refusal
from backend.office.duty.queries.presence import on_duty
from backend.office.tasks.rules.access import gives_to
from backend.office.tasks.rules.news import receivers

DOERS = ACTIONS["task.do"]
_UNIT = "SELECT id, code, name FROM units WHERE township = ? AND code = ?"


@dataclass(frozen=True, slots=True)
class Assignee:
    """A unit of the township, or one of its officers (else `officer` is None)."""

    unit: UUID
    unit_name: str
    officer: UUID | None
    officer_name: str

    @property
    def words(self) -> str:
        return f"{self.unit_name} {self.officer_name}".strip()


@dataclass(frozen=True, slots=True)
class Team:
    """A unit a form offers, with its people as (username, name)."""

    code: str
    name: str
    people: list[tuple[str, str]]


async def assignee(township: UUID, unit: str | None, officer: str | None) -> Assignee:
    """Refuses `invalid` for whom it cannot be given to."""
    doers = await serving(township, DOERS)
    if officer:
        chosen = next((found for found in doers if found.username == officer), None)
        if chosen is None or unit not in (None, "", chosen.unit_code):
            raise Refusal("invalid", fields={"officer": "从这个单位的名单里选人"})
        return Assignee(chosen.unit, chosen.unit_name, chosen.id, chosen.name)
    if not unit:
        raise Refusal("invalid", fields={"unit": "选派给哪个单位"})
    body = await row(_UNIT, township, unit)
    if body is None or all(found.unit != body["id"] for found in doers):
        raise Refusal("invalid", fields={"unit": "从名单里选单位"})
    return Assignee(body["id"], body["name"], None, "")


async def teams(person: Person, *, also: UUID | None = None) -> list[Team]:
    """The units this person gives tasks to, each with its people; `also` one they may hand it on in."""
    found: dict[str, Team] = {}
    for each in await serving(person.township_id, DOERS):
        if not (gives_to(person, each.unit) or each.unit == also):
            continue
        team = found.setdefault(each.unit_code, Team(each.unit_code, each.unit_name, []))
        if each.id != person.id:
            team.people.append((each.username, each.name))
    return list(found.values())


async def told_of(township: UUID, unit: UUID, officer: UUID | None, at: datetime) -> set[UUID]:
    """Whoever it was given to; of a unit those on duty and its chiefs."""
    if officer is not None:
        return {officer}
    doers = {each.id: each.roles for each in await serving(township, DOERS) if each.unit == unit}
    return receivers(doers, {each.id for each in await on_duty(township, at)})
