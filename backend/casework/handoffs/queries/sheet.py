"""Everything on one handoff's page: the case, its checklist, every step, every limit, whom to ask."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.handoffs.queries.materials import Line, lines_of
from backend.casework.handoffs.queries.people import Contact, liaison, officer
from backend.casework.handoffs.queries.visible import Case, load
from backend.casework.handoffs.rules import sealed
from backend.casework.handoffs.rules.handoff import Sending
from backend.foundation.clocks import Clock, clocks_of
from backend.foundation.database import rows
from backend.foundation.people.identity import Person
from backend.foundation.records import Record, visible_records

_STEPS = (
    "SELECT s.id, s.ordinal, s.kind, s.shared, s.at, s.recorded_at, s.done_by, s.done_by_name, s.unit, s.unit_name, "
    "s.instead_of_name, s.text, s.details, s.late, s.late_reason, s.letter, r.name AS recorded_by_name "
    "FROM handoff_steps s LEFT JOIN officers r ON r.id = s.recorded_by WHERE s.handoff = ? "
    "ORDER BY s.seq"
)
# An addressee of an earlier sending reads how that one went, not what came after it.
_EVERY_SENDING = frozenset({"extension"})


@dataclass(frozen=True, slots=True)
class Step:
    """One step as its row says it."""

    id: UUID
    ordinal: int
    kind: str
    shared: bool
    at: datetime
    recorded_at: datetime
    done_by: UUID | None
    done_by_name: str
    unit: UUID | None
    unit_name: str
    instead_of_name: str
    text: str
    details: str
    late: bool
    late_reason: str
    letter: UUID | None
    recorded_by_name: str | None

    @property
    def told(self) -> dict[str, Any]:
        return msgspec.json.decode(self.details, type=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Sheet:
    """As far as this side may read it. `contacts` by side; `origins`: what it came of, to the sender's people who see that."""

    case: Case
    lines: list[Line]
    steps: list[Step]
    limits: list[Clock]
    contacts: dict[str, Contact]
    origins: list[Record]

    @property
    def sendings(self) -> list[Sending]:
        """Every sending; an addressee knows those to them."""
        mine = self.case.where.all
        return [each for each in self.case.sendings if self.case.side == "sender" or each.to_unit in mine]


def handlers_of(found: Sheet, line: Line) -> frozenset[UUID]:
    """Who on this side opens a sealed line."""
    handoff, own = found.case.handoff, found.case.own
    signing = [step for step in found.steps if step.kind in ("receipt", "acceptance")]
    return sealed.handlers(
        found.case.side,
        prepared=(handoff.created_by, handoff.submitted_by, line.added_by),
        signed=[step.done_by for step in signing if own and step.ordinal == own.ordinal],
    )


async def sheet(person: Person, handoff_id: UUID) -> Sheet:
    """Refuses `not_found` to a stranger."""
    case = await load(person, handoff_id)
    lines, steps = await lines_of(handoff_id), await steps_of(case)
    limits = await clocks_of(("handoff", handoff_id))
    handler = await officer(case.handoff.created_by)
    to_unit = case.own.to_unit if case.side == "addressee" and case.own else case.handoff.to_unit
    contacts = {"from": handler, "to": await liaison(to_unit)}
    sources = case.handoff.sources if case.side == "sender" else []
    origins = await visible_records(person, sources)
    return Sheet(case, _sent(case, lines), steps, limits, contacts, origins)


async def steps_of(case: Case) -> list[Step]:
    """The whole course to the sender; to an addressee what is shared of their sending."""
    found = [_step(entry) for entry in await rows(_STEPS, case.handoff.id)]
    if case.side == "sender":
        return found
    mine = {each.ordinal for each in case.sendings if each.to_unit in case.where.all}
    return [step for step in found if step.shared and (step.ordinal in mine or step.kind in _EVERY_SENDING)]


def _sent(case: Case, lines: list[Line]) -> list[Line]:
    """The addressee has what went along with the sending to them."""
    if case.side == "sender":
        return lines
    if case.own is None:
        return []
    sent = msgspec.json.decode(case.own.content, type=dict[str, Any])
    ids = {entry["id"] for entry in sent.get("materials", ())}
    return [line for line in lines if str(line.id) in ids]


def _step(found: dict[str, Any]) -> Step:
    return Step(**{**found, "shared": bool(found["shared"]), "late": bool(found["late"])})
