"""Who is on duty: whoever has a shift of a published roster and has not left it, and whoever said 上岗 themselves.

A shift holds from its first minute up to its last one, not with it; both may be years apart. The one place others ask.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from backend.foundation.database import Dialogue, converse
from backend.foundation.database.access import Row, Statement
from backend.foundation.database.dialogues import listed
from backend.foundation.people.identity import Person, roles_of

LONGEST: Final = timedelta(hours=48)  # no shift lasts longer, so older ones need not be looked at
_WHO: Final = "o.id, o.username, o.name, o.position, o.phone, o.roles, u.id AS unit, u.code AS unit_code, u.name AS unit_name"
_MARKED: Final = (
    f"SELECT {_WHO}, d.since_at FROM duty_marks d JOIN officers o ON o.id = d.officer JOIN units u ON u.id = o.unit "
    "WHERE d.since_at <= ? AND (d.until_at IS NULL OR d.until_at > ?) AND o.left_at IS NULL AND {whose}"
)
# Who went and came back is there again: the last of the two says which.
_AWAY: Final = (
    "COALESCE((SELECT t.noun FROM turnouts t WHERE t.assignment = a.id AND t.at <= ? ORDER BY t.at DESC, t.received_at DESC, t.noun DESC LIMIT 1), '') "
    "= 'departure'"
)
# CROSS JOIN keeps SQLite to this order: from the few shifts of two days, not from everything somebody ever stood on.
ON_SHIFT: Final = (
    f"SELECT {_WHO}, s.begins_at AS since_at, s.ends_at, s.id AS shift, s.name AS shift_name "
    "FROM shifts s CROSS JOIN rosters r CROSS JOIN assignments a CROSS JOIN officers o CROSS JOIN units u "
    "WHERE r.id = s.roster AND a.shift = s.id AND o.id = a.officer AND u.id = o.unit AND u.township = r.township "
    "AND r.published_at <= ? AND s.begins_at <= ? AND s.begins_at > ? AND s.ends_at > ? "
    "AND (s.cancelled_at IS NULL OR s.cancelled_at > ?) AND a.assigned_at <= ? AND (a.ended_at IS NULL OR a.ended_at > ?) "
    f"AND NOT {_AWAY} AND o.left_at IS NULL AND {{whose}}"
)


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Somebody on duty, since when, with how to reach them. `shift` is the one they are on, `itself` since when they say so
    themselves; one of the two is there, or both."""

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
    itself: datetime | None = None
    shift: UUID | None = None
    shift_name: str = ""
    ends_at: datetime | None = None


async def on_duty(township: UUID, at: datetime) -> list[OnDuty]:
    """Everybody of the township's units who is on duty at that moment, by unit."""
    return await converse(_there("u.township = ?", [township], at), reading=True)


async def county_on_duty(county: UUID, at: datetime) -> list[OnDuty]:
    """The same for the county's own bodies, who have no roster here."""
    return await converse(_there("u.county = ? AND u.township IS NULL", [county], at), reading=True)


async def on_duty_of(unit: UUID, at: datetime) -> list[OnDuty]:
    """Those of one unit, wherever it stands."""
    return await converse(_there("u.id = ?", [unit], at), reading=True)


async def on_duty_with(person: Person, at: datetime) -> list[OnDuty]:
    """Whoever is on duty where this person serves: in their township, else in the county's bodies."""
    if person.township_id:
        return await on_duty(person.township_id, at)
    return await county_on_duty(person.county_id, at)


async def own_duty(officer: UUID, at: datetime) -> OnDuty | None:
    """How this person is on duty; None when they are not."""
    return await converse(presence(officer, at), reading=True)


async def duty_since(officer: UUID, at: datetime) -> datetime | None:
    """Since when this person is on duty; None when they are not."""
    there = await own_duty(officer, at)
    return there.since_at if there else None


def presence(officer: UUID, at: datetime) -> Dialogue[OnDuty | None]:
    """The same as `own_duty`, in a trip with other questions."""
    there = yield from _there("o.id = ?", [officer], at)
    return there[0] if there else None


def _there(whose: str, args: list[Any], at: datetime) -> Dialogue[list[OnDuty]]:
    marked, on_shift = yield from listed([_marked(whose, args, at), _on_shift(whose, args, at)])
    there = {entry["id"]: _person(entry, itself=entry["since_at"]) for entry in marked}
    for entry in sorted(on_shift, key=lambda entry: entry["since_at"]):
        before = there.get(entry["id"])
        if before is None or before.shift is None:
            there[entry["id"]] = _person(entry, itself=before.itself if before else None)
    return sorted(there.values(), key=lambda each: (each.unit_code, each.username))


def _marked(whose: str, args: list[Any], at: datetime) -> Statement:
    return _MARKED.format(whose=whose), [at, at, *args]


def _on_shift(whose: str, args: list[Any], at: datetime) -> Statement:
    return ON_SHIFT.format(whose=whose), [at, at, at - LONGEST, at, at, at, at, at, *args]


def _person(entry: Row, *, itself: datetime | None) -> OnDuty:
    since = min(entry["since_at"], itself or entry["since_at"])
    return OnDuty(**{**entry, "roles": roles_of(entry), "since_at": since, "itself": itself})
