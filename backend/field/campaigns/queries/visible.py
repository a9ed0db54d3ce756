"""One campaign, if this person may see it."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from backend.field.campaigns.rules.access import SEE_ALL, Side, sees_all, side
from backend.field.campaigns.rules.campaign import Campaign
from backend.foundation.database import batch, locking, rows
from backend.foundation.people.identity import Person
from backend.foundation.records.audience import Audience, person_at, role_in, unit
from backend.foundation.refusals import Refusal

COLUMNS = ", ".join(f"c.{each.name}" for each in fields(Campaign))
NAMED = (
    f"SELECT {COLUMNS}, u.name AS unit_name, b.name AS body_name, b.county, o.username, o.name, o.position AS position_name, "
    "o.phone, COALESCE(t.profile, '') AS profile, COALESCE(a.name, '') AS approved_by_name, "
    "COALESCE(r.name, '') AS reported_by_name FROM campaigns c "
    "JOIN units u ON u.id = c.unit JOIN units b ON b.id = c.body JOIN officers o ON o.id = c.created_by "
    "LEFT JOIN townships t ON t.id = c.township LEFT JOIN officers a ON a.id = c.approved_by "
    "LEFT JOIN officers r ON r.id = c.reported_by"
)
# What another leads is seen once it is announced.
_OUT = "c.approved_at IS NOT NULL"
_TAKES_PART = "EXISTS (SELECT 1 FROM campaign_units m WHERE m.campaign = c.id AND m.unit = ?)"
_TOWN_TAKES_PART = "EXISTS (SELECT 1 FROM campaign_units m JOIN units x ON x.id = m.unit WHERE m.campaign = c.id AND x.township = ?)"
_HOME = "SELECT township, unit, created_by, approved_at, version FROM campaigns WHERE id = ?"
_PART = "SELECT m.unit, x.township FROM campaign_units m JOIN units x ON x.id = m.unit WHERE m.campaign = ?"
Scope = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Named:
    """A campaign with the names around it; `phone` is that of who planned it. `profile` is empty where a body of the county
    leads."""

    campaign: Campaign
    unit_name: str
    body_name: str
    county: UUID
    username: str
    name: str
    position_name: str
    phone: str
    profile: str
    approved_by_name: str
    reported_by_name: str

    def side(self, person: Person) -> Side:
        return side(person, self.campaign)


def scope(person: Person) -> Scope:
    """Condition and arguments on `campaigns c`: what one's own side leads, and once it is announced what one's unit (for the
    town hall: any unit of the township) takes part in."""
    if person.township_id is None:
        return f"(c.unit = ? OR ({_OUT} AND {_TAKES_PART}))", [person.unit_id, person.unit_id]
    if sees_all(person):
        return f"(c.township = ? OR ({_OUT} AND {_TOWN_TAKES_PART}))", [
            person.township_id,
            person.township_id,
        ]
    return f"((c.township = ? AND c.created_by = ?) OR ({_OUT} AND {_TAKES_PART}))", [
        person.township_id,
        person.id,
        person.unit_id,
    ]


async def find(person: Person, campaign_id: UUID, *, lock: bool = False) -> Named | None:
    """The campaign, or None to a stranger. `lock` keeps others from changing it until the transaction ends."""
    seen, args = scope(person)
    first = [held(campaign_id)] if lock else []
    *_, found = await batch([*first, (f"{NAMED} WHERE c.id = ? AND {seen}", [campaign_id, *args])])
    return named(found[0]) if found else None


async def find_among(person: Person, campaigns: Collection[UUID]) -> list[Named]:
    """Of several those that `find` would show."""
    seen, args = scope(person)
    marks = ", ".join("?" * len(campaigns))
    found = await rows(f"{NAMED} WHERE c.id IN ({marks}) AND {seen}", *campaigns, *args)
    return [named(each) for each in found]


async def load(person: Person, campaign_id: UUID, *, lock: bool = False) -> Named:
    """As `find`; refuses `not_found` to a stranger."""
    found = await find(person, campaign_id, lock=lock)
    if found is None:
        raise Refusal("not_found")
    return found


def held(campaign_id: UUID) -> tuple[str, list[Any]]:
    """The statement that keeps others from changing it."""
    return f"SELECT c.id FROM campaigns c WHERE c.id = ?{locking('c')}", [campaign_id]


def named(found: dict[str, Any]) -> Named:
    """From a row of NAMED."""
    own = {each.name: found.pop(each.name) for each in fields(Campaign)}
    return Named(Campaign(**own), **found)


async def audience(campaign_id: UUID) -> Audience | None:
    """The same people `scope` lets in."""
    found, part = await batch([(_HOME, [campaign_id]), (_PART, [campaign_id])])
    if not found:
        return None
    (entry,) = found
    home = entry["township"]
    tokens = {unit(entry["unit"])} if home is None else _home(home, entry["created_by"])
    if entry["approved_at"] is not None:
        tokens |= {unit(each["unit"]) for each in part}
        towns = {each["township"] for each in part if each["township"]}
        tokens |= {role_in(town, role) for town in towns for role in SEE_ALL}
    return Audience(entry["version"], frozenset(tokens))


def _home(township: UUID, author: UUID) -> set[str]:
    return {person_at(township, author), *(role_in(township, role) for role in SEE_ALL)}
