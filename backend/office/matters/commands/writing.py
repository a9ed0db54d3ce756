"""Writing rows of the list and noting in the journal what happened to each matter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import msgspec

from backend.foundation.database import execute, rows
from backend.foundation.database.access import Statement
from backend.foundation.journal import Entry, record
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.matters.rules.differing import differences
from backend.office.matters.rules.matter import Content, Paper
from backend.office.matters.rules.versions import Draft, starts_at, step

_TEXTS = ("name", "field", "standing", "source_duty", "follow_up_duty", "end_duty", "standard", "prosecution")


@dataclass(frozen=True, slots=True)
class Act:
    """Who records something on whose list, when; nobody where the demo was told of it."""

    township: UUID
    by: UUID | None
    at: datetime


def act_of(by: Person, at: datetime) -> Act:
    """The list is the township's own; refuses `not_allowed` to whoever has none."""
    if by.township_id is None:
        raise Refusal("not_allowed", "清单由乡镇自己管，部门提出调整建议")
    return Act(by.township_id, by.id, at)


def inserted(matter: UUID, code: str, sayings: tuple[str, ...], act: Act) -> Statement:
    """The statement that makes a new matter."""
    sql = "INSERT INTO matters (id, township, code, sayings) VALUES (?, ?, ?, ?)"
    return sql, (matter, act.township, code, "\n".join(sayings))


def recorded(matter: UUID, number: int, draft: Draft, act: Act, proposal: UUID | None = None) -> Statement:
    """The statement that records a version; it begins on its day, at the earliest now."""
    assert draft.effective_on is not None
    values = _columns(draft.content) | {
        "id": uuid4(),
        "matter": matter,
        "township": act.township,
        "number": number,
        "effective_on": draft.effective_on,
        "starts_at": starts_at(draft.effective_on, act.at),
        **_paper(draft.paper),
        "reason": draft.reason,
        "proposal": proposal,
        "recorded_at": act.at,
        "recorded_by": act.by,
    }
    sql = f"INSERT INTO matter_versions ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"
    return sql, tuple(values.values())


def noted(matter: UUID, number: int, draft: Draft, before: Content | None, act: Act) -> Entry:
    """The event: `matter.listed`, `.granted`, `.taken_back`, `.dropped` or `.changed`."""
    content = draft.content
    done = step(before.standing if before else None, content.standing)
    payload = {
        "code": draft.code, "number": number, "name": content.name, "standing": content.standing,
        "effective_on": draft.effective_on, "punishing": content.punishing.name, "paper": str(draft.paper),
        "changed": [each.words for each in differences(before, content)] if before else [], "reason": draft.reason,
    }  # fmt: skip
    return note(f"matter.{done}", matter, payload, act)


def note(kind: str, matter: UUID, payload: dict[str, Any], act: Act) -> Entry:
    return record(kind, chain=act.township, record=("matter", matter), by=act.by, payload=payload)


async def take_version(matter: UUID, version: int, act: Act) -> None:
    """Keep the matter for this command; refuses `changed_elsewhere` where it is no longer what was seen."""
    sql = (
        "UPDATE matters SET version = version + 1 WHERE id = ? AND township = ? AND version = ? RETURNING id"
    )
    if not await execute(sql, matter, act.township, version):
        raise Refusal("changed_elsewhere")


async def turn_page(township: UUID) -> None:
    """Give the list another revision."""
    await rows(
        "INSERT INTO matter_lists (id, revision) VALUES (?, ?) "
        "ON CONFLICT (id) DO UPDATE SET revision = excluded.revision",
        township,
        uuid4(),
    )


def _columns(content: Content) -> dict[str, Any]:
    return {
        **{name: getattr(content, name) for name in _TEXTS},
        "basis": msgspec.json.encode(content.basis).decode(),
        "tiers": msgspec.json.encode(content.tiers).decode(),
        "supervising": content.supervising.unit,
        "supervising_name": content.supervising.name,
        "punishing": content.punishing.unit,
        "punishing_name": content.punishing.name,
    }


def _paper(paper: Paper) -> Mapping[str, Any]:
    return {"paper_title": paper.title, "paper_number": paper.number, "paper_on": paper.on}
