"""Which calls ring on this person's screens: open, taken by nobody, told to them urgently or theirs by being on duty."""

from datetime import datetime
from typing import Final

from backend.field.assists.queries.listed import Line, lines_where
from backend.field.assists.rules.addressees import ANSWERING, TEAM
from backend.field.assists.rules.positions import Corner
from backend.field.assists.rules.urgency import in_order
from backend.foundation.people.identity import Person
from backend.office.duty.queries import duty_since

# Who came on duty after the call was made was told nothing of it, and hears it all the same.
_RINGS: Final = (
    "AND a.ended_at IS NULL AND a.state = 'raised' AND a.status <> 'test' AND a.raised_by <> ? "
    "AND NOT EXISTS (SELECT 1 FROM assist_responses r WHERE r.assist = a.id AND r.officer = ? "
    "AND r.acknowledged_at IS NOT NULL AND r.left_at IS NULL) AND ({told}{duty})"
)
_TOLD: Final = "EXISTS (SELECT 1 FROM notices n WHERE n.record_kind = 'assist' AND n.record_id = a.id AND n.officer = ? AND n.urgent)"


async def ringing_for(person: Person, at: datetime, near: Corner | None) -> list[Line]:
    """The most urgent first, then the nearest."""
    there = await duty_since(person.id, at) is not None
    answers = not person.roles.isdisjoint(ANSWERING | TEAM | {"public_security"})
    rings = _RINGS.format(told=_TOLD, duty=" OR 1 = 1" if there and answers else "")
    return in_order(await lines_where(person, rings, [person.id, person.id, person.id]), near)
