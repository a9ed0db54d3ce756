"""动态调整: a department's notice proposes the next version, the township takes it up or says why not."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import msgspec

from backend.foundation.database import batch, execute, transaction
from backend.foundation.journal import record
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.matters.commands.versions import add_version, list_matter
from backend.office.matters.commands.writing import Act
from backend.office.matters.queries.bodies import directory_of
from backend.office.matters.queries.history import last_version
from backend.office.matters.queries.proposals import Proposal
from backend.office.matters.queries.reach import Whose
from backend.office.matters.rules.differing import differences
from backend.office.matters.rules.faults import Fault, refuse
from backend.office.matters.rules.versions import Draft, version_faults

LONGEST_ANSWER = 500
_PUT = (
    "INSERT INTO matter_proposals (id, township, matter, code, base, content, effective_on, paper_title, paper_number, "
    "paper_on, reason, body, proposed_at, proposed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ANSWER = (
    "UPDATE matter_proposals SET answer = ?, answered_at = ?, answered_by = ?, answer_words = ? "
    "WHERE id = ? AND answer = '' RETURNING id"
)


async def propose(whose: Whose, matter: UUID | None, draft: Draft, by: Person, act: Act) -> UUID:
    """Put the notice before the township; refuses what the rules would refuse, and a notice without its paper."""
    proposal = uuid4()
    last = await last_version(matter) if matter else None
    faults = version_faults(draft, last, (await directory_of(whose.id)).own, act.at)
    refuse(faults if draft.paper.title else [*_unpapered(faults), _paper_needed()])
    paper = draft.paper
    values = (
        proposal, whose.id, matter, draft.code, last.number if last else 0, msgspec.json.encode(draft.content).decode(),
        draft.effective_on, paper.title, paper.number, paper.on, draft.reason, by.unit_id, act.at, by.id,
    )  # fmt: skip
    async with transaction():
        await batch([(_PUT, values)])
        changed = [each.words for each in differences(last.content, draft.content)] if last else []
        payload = {
            "code": draft.code, "name": draft.content.name, "standing": draft.content.standing, "paper": str(paper),
            "changed": changed, "effective_on": draft.effective_on, "reason": draft.reason,
        }  # fmt: skip
        _note("proposed", proposal, payload, act)
    return proposal


async def accept(proposal: Proposal, effective_on: date | None, version: int, act: Act) -> UUID:
    """采纳: it becomes the next version, from the day the township says; the matter's id.

    Refuses `proposal_answered`, `changed_elsewhere` where the matter is no longer at `version`, and as the rules.
    """
    draft = Draft(proposal.code, proposal.content, effective_on, proposal.paper, proposal.reason)
    async with transaction():
        await _answer(proposal, "accepted", "", act)
        if proposal.matter is None:
            matter = await list_matter(draft, (), act, proposal.id)
        else:
            matter = proposal.matter
            await add_version(matter, draft, version, act, proposal.id)
        _note("accepted", proposal.id, {"effective_on": effective_on}, act)
    return matter


async def decline(proposal: Proposal, words: str, act: Act) -> None:
    """不采纳, with the reason the department reads."""
    if not words or len(words) > LONGEST_ANSWER:
        raise Refusal("reason_needed", fields={"words": f"写明为什么不采纳，最多{LONGEST_ANSWER}个字"})
    async with transaction():
        await _answer(proposal, "declined", words, act)
        _note("declined", proposal.id, {"words": words}, act)


async def withdraw(proposal: Proposal, by: Person, act: Act) -> None:
    """撤回 by the body that proposed it, while it has no answer; refuses others `not_allowed`."""
    if by.unit_id != proposal.body:
        raise Refusal("not_allowed", "只有提出的单位能撤回")
    async with transaction():
        await _answer(proposal, "withdrawn", "", act)
        _note("withdrawn", proposal.id, {}, act)


async def _answer(proposal: Proposal, answer: str, words: str, act: Act) -> None:
    if not await execute(_ANSWER, answer, act.at, act.by, words, proposal.id):
        raise Refusal("proposal_answered")


def _note(done: str, proposal: UUID, payload: dict[str, Any], act: Act) -> None:
    record(
        f"matter_proposal.{done}",
        chain=act.township,
        record=("matter_proposal", proposal),
        by=act.by,
        payload=payload,
    )


def _unpapered(faults: list[Fault]) -> list[Fault]:
    return [fault for fault in faults if fault.field != "paper_title"]


def _paper_needed() -> Fault:
    return Fault("paper_title", "matter_paper_needed", "写明通知的名称，有文号的写上文号")
