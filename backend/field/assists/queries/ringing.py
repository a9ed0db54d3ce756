"""Which calls ring on this person's screens: open ones that nobody has taken, or that want somebody once more."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from backend.field.assists.queries.listed import Line, lines_where
from backend.field.assists.rules.addressees import ANSWERING, TEAM
from backend.field.assists.rules.assist import Assist
from backend.field.assists.rules.positions import Corner
from backend.field.assists.rules.urgency import in_order
from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.office.duty.queries.presence import duty_since

# What was said to them since somebody last answered or left: reinforcement, a handover, that nobody leaves.
_SINCE: Final = (
    "SELECT MAX(COALESCE(r.departed_at, r.acknowledged_at)) FROM assist_responses r WHERE r.assist = a.id"
)
_TOLD: Final = (
    "EXISTS (SELECT 1 FROM notices n WHERE n.record_kind = 'assist' AND n.record_id = a.id AND n.officer = ? AND n.urgent "
    f"AND (a.state = 'raised' OR n.created_at > ({_SINCE})))"
)
# Who came on duty after the call was made was told nothing of it, and hears it all the same.
_RINGS: Final = (
    "AND a.ended_at IS NULL AND a.status <> 'test' AND a.raised_by <> ? AND NOT EXISTS (SELECT 1 FROM assist_responses r "
    "WHERE r.assist = a.id AND r.officer = ? AND r.acknowledged_at IS NOT NULL AND r.left_at IS NULL) "
    f"AND ({_TOLD}{{duty}})"
)
_WHY: Final = (
    "SELECT n.record_id, n.title FROM notices n WHERE n.officer = ? AND n.record_kind = 'assist' AND n.urgent "
    "AND n.record_id IN ({marks}) ORDER BY n.created_at, n.id"
)


@dataclass(frozen=True, slots=True)
class Ringing:
    """`why`: what was said to this person last, where the call itself was taken already."""

    line: Line
    why: str = ""

    @property
    def assist(self) -> Assist:
        return self.line.assist


async def ringing_for(person: Person, at: datetime, near: Corner | None) -> list[Ringing]:
    """The most urgent first, then the nearest."""
    there = await duty_since(person.id, at) is not None
    answers = not person.roles.isdisjoint(ANSWERING | TEAM | {"public_security"})
    rings = _RINGS.format(duty=" OR a.state = 'raised'" if there and answers else "")
    found = in_order(await lines_where(person, rings, [person.id, person.id, person.id]), near)
    return await _with_why(person, [Ringing(line) for line in found])


async def _with_why(person: Person, ringing: list[Ringing]) -> list[Ringing]:
    taken = [each.assist.id for each in ringing if each.assist.state != "raised"]
    if not taken:
        return ringing
    told = await rows(_WHY.format(marks=", ".join("?" * len(taken))), person.id, *taken)
    last: dict[UUID, str] = {entry["record_id"]: entry["title"] for entry in told}
    return [replace(each, why=last.get(each.assist.id, "")) for each in ringing]
