"""What departments proposed: a township sees what concerns its list, a county body what it proposed itself."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.database import row, rows
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.matters.queries.history import paper_from
from backend.office.matters.rules.matter import Content, Paper

MOST = 200
ANSWERS = {"": "待答复", "accepted": "已采纳", "declined": "未采纳", "withdrawn": "已撤回"}
_CONTENT = msgspec.json.Decoder(Content)
_PROPOSALS = (
    "SELECT r.*, t.name AS township_name, b.name AS body_name, p.name AS proposer, a.name AS answerer "
    "FROM matter_proposals r JOIN townships t ON t.id = r.township JOIN units b ON b.id = r.body "
    "JOIN officers p ON p.id = r.proposed_by LEFT JOIN officers a ON a.id = r.answered_by"
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A department's notice; `base` is the number of the version it was written on, `answer` one of ANSWERS."""

    id: UUID
    township: UUID
    township_name: str
    matter: UUID | None
    code: str
    base: int
    content: Content
    effective_on: date
    paper: Paper
    reason: str
    body: UUID
    body_name: str
    proposed_at: datetime
    proposed_by: str
    answer: str
    answered_at: datetime | None
    answered_by: str
    answer_words: str


async def proposals_open_to(person: Person, matter: UUID | None = None) -> list[Proposal]:
    """The newest first, those without an answer before all others; those of one matter if asked for."""
    condition, args = _reach(person)
    if matter is not None:
        condition, args = f"{condition} AND r.matter = ?", [*args, matter]
    found = await rows(
        f"{_PROPOSALS} WHERE {condition} ORDER BY CASE WHEN r.answer = '' THEN 0 ELSE 1 END, r.proposed_at DESC, r.id LIMIT ?",
        *args,
        MOST,
    )
    return [_proposal(entry) for entry in found]


async def proposal_of(person: Person, proposal: UUID) -> Proposal:
    """One of them; refuses a stranger's `not_found`."""
    condition, args = _reach(person)
    found = await row(f"{_PROPOSALS} WHERE r.id = ? AND {condition}", proposal, *args)
    if found is None:
        raise Refusal("not_found")
    return _proposal(found)


async def waiting_for(person: Person) -> int:
    """How many of the person's reach still want an answer."""
    condition, args = _reach(person)
    found = await row(
        f"SELECT COUNT(*) AS waiting FROM matter_proposals r WHERE r.answer = '' AND {condition}", *args
    )
    return int(found["waiting"]) if found else 0


def _reach(person: Person) -> tuple[str, list[UUID]]:
    if person.township_id is not None:
        return "r.township = ?", [person.township_id]
    return "r.body = ?", [person.unit_id]


def _proposal(found: dict[str, Any]) -> Proposal:
    return Proposal(
        id=found["id"],
        township=found["township"],
        township_name=found["township_name"],
        matter=found["matter"],
        code=found["code"],
        base=found["base"],
        content=_CONTENT.decode(found["content"]),
        effective_on=found["effective_on"],
        paper=paper_from(found),
        reason=found["reason"],
        body=found["body"],
        body_name=found["body_name"],
        proposed_at=found["proposed_at"],
        proposed_by=found["proposer"],
        answer=found["answer"],
        answered_at=found["answered_at"],
        answered_by=found["answerer"] or "",
        answer_words=found["answer_words"],
    )
