"""Lists of campaigns: what waits or goes on, what ended last; over the API newest first."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from backend.field.campaigns.queries.belonging import BELONGS
from backend.field.campaigns.queries.visible import NAMED, Named, Scope, named, scope
from backend.field.campaigns.rules.access import HEADS, LEADERS
from backend.field.campaigns.rules.words import STATES
from backend.field.patrols.queries import visible as patrols
from backend.foundation.database import Dialogue, converse
from backend.foundation.people.identity import Person
from backend.foundation.web.api import Cursor, behind, read_states

ENDED_MOST, ALONG_MOST = 20, 8
_TOMORROW = timedelta(days=1)
_WAITS = (
    "((c.state = 'submitted' AND c.created_by <> ?) OR (c.state = 'approved' AND c.reported_at IS NOT NULL "
    "AND c.report_return = '' AND c.reported_by <> ?))"
)
_CAME_BACK = "((c.state = 'returned' AND c.created_by = ?) OR (c.state = 'approved' AND c.report_return <> '' AND c.reported_by = ?))"
_HELD = "(c.state = 'approved' AND c.begins_at <= ? AND c.ends_at > ?)"
_ALONG = (
    "(EXISTS (SELECT 1 FROM campaign_units m WHERE m.campaign = c.id AND m.unit = ?) OR "
    "EXISTS (SELECT 1 FROM campaign_people m WHERE m.campaign = c.id AND m.officer = ?))"
)
NARROWED = {
    "open": frozenset({"submitted", "returned", "approved"}),
    "ended": frozenset({"closed", "cancelled"}),
}


async def open_ones(person: Person) -> list[Named]:
    """Everything not summed up yet, what begins first on top."""
    return await _read(person, "AND c.ended_at IS NULL ORDER BY c.begins_at, c.id", [])


async def ended_ones(person: Person) -> list[Named]:
    """The last that were summed up or called off."""
    return await _read(
        person, "AND c.ended_at IS NOT NULL ORDER BY c.ended_at DESC, c.id LIMIT ?", [ENDED_MOST]
    )


def concerning(person: Person, at: datetime) -> Dialogue[list[Named]]:
    """What this person's first page shows: what waits for their word, what came back to them, what is held today."""
    deciding, args = _to_decide(person)
    tail = f"AND c.ended_at IS NULL AND ({deciding} OR {_CAME_BACK} OR {_HELD}) ORDER BY c.begins_at, c.id"
    return _lines(person, tail, [*args, person.id, person.id, at, at])


async def along(person: Person, at: datetime) -> list[str]:
    """The addresses of those that are held now or from tomorrow on and that this person or their unit goes along on."""
    tail = f"AND {_HELD} AND {_ALONG} ORDER BY c.begins_at, c.id LIMIT ?"
    found = await _read(person, tail, [at + _TOMORROW, at, person.unit_id, person.id, ALONG_MOST])
    return [f"/campaigns/{named.campaign.id}" for named in found]


def _to_decide(person: Person) -> Scope:
    """Plans and reports of one's own side, none of one's own making."""
    if person.roles.isdisjoint(LEADERS if person.township_id else HEADS):
        return "1 = 0", []
    led, whose = ("township", person.township_id) if person.township_id else ("unit", person.unit_id)
    return f"(c.{led} = ? AND {_WAITS})", [whose, person.id, person.id]


async def of_patrol(person: Person, patrol_id: UUID) -> list[Named]:
    """Those a patrol belongs to, of what this person may see of both."""
    if await patrols.find(person, patrol_id) is None:
        return []
    tail = f"AND EXISTS (SELECT 1 FROM patrols p WHERE p.id = ? AND {BELONGS}) ORDER BY c.begins_at, c.id"
    return await _read(person, tail, [patrol_id])


async def page_of(person: Person, *, state: str = "", cursor: Cursor | None, limit: int) -> list[Named]:
    """One page and one more, newest first. Refuses `invalid` for a state that does not exist."""
    wanted = read_states(state, NARROWED, STATES)
    narrowed, args = "", list[Any]()
    if wanted is not None:
        narrowed, args = f"AND c.state IN ({', '.join('?' * len(wanted))})", sorted(wanted)
    after, where = behind(cursor, "c.begins_at, c.id")
    tail = f"{narrowed}{after} ORDER BY c.begins_at DESC, c.id DESC LIMIT ?"
    return await _read(person, tail, [*args, *where, limit + 1])


async def _read(person: Person, tail: str, args: Sequence[Any]) -> list[Named]:
    return await converse(_lines(person, tail, args), reading=True)


def _lines(person: Person, tail: str, args: Sequence[Any]) -> Dialogue[list[Named]]:
    seen, asked = scope(person)
    found = yield f"{NAMED} WHERE {seen} {tail}", [*asked, *args]
    return [named(entry) for entry in found]
