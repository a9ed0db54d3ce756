"""Who is on duty. The one place others ask; rosters will stand behind it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.foundation.database import Dialogue, converse, rows
from backend.foundation.database.access import Row
from backend.foundation.people.identity import Person, roles_of

_ON = (
    "SELECT o.id, o.username, o.name, o.position, o.phone, o.roles, u.id AS unit, u.code AS unit_code, u.name AS unit_name, "
    "d.since_at FROM duty_marks d JOIN officers o ON o.id = d.officer JOIN units u ON u.id = o.unit "
    "WHERE d.since_at <= ? AND (d.until_at IS NULL OR d.until_at > ?) AND o.left_at IS NULL AND {whose} "
    "ORDER BY u.code, o.username"
)


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Somebody on duty, since when, with how to reach them."""

    id: UUID
    username: str
    name: str
    position: str
    phone: str
    roles: frozenset[str]
    unit: UUID
    unit_code: str
    unit_name: str
    since_at: datetime


async def on_duty(township: UUID, at: datetime) -> list[OnDuty]:
    """Everybody of the township's units who is on duty at that moment, by unit."""
    return _people(await rows(_ON.format(whose="u.township = ?"), at, at, township))


async def county_on_duty(county: UUID, at: datetime) -> list[OnDuty]:
    """The same for the county's own bodies."""
    whose = "u.county = ? AND u.township IS NULL"
    return _people(await rows(_ON.format(whose=whose), at, at, county))


async def on_duty_with(person: Person, at: datetime) -> list[OnDuty]:
    """Whoever is on duty where this person serves: in their township, else in the county's bodies."""
    if person.township_id:
        return await on_duty(person.township_id, at)
    return await county_on_duty(person.county_id, at)


async def duty_since(officer: UUID, at: datetime) -> datetime | None:
    """Since when this person is on duty; None when they are not."""
    return await converse(presence(officer, at), reading=True)


def presence(officer: UUID, at: datetime) -> Dialogue[datetime | None]:
    """The same, in a trip with other questions."""
    found = yield (
        "SELECT since_at FROM duty_marks WHERE officer = ? AND since_at <= ? AND (until_at IS NULL OR until_at > ?)",
        [officer, at, at],
    )
    return found[0]["since_at"] if found else None


def _people(found: list[Row]) -> list[OnDuty]:
    return [OnDuty(**{**entry, "roles": roles_of(entry)}) for entry in found]
