"""The official papers of a handoff that a side may read: its own and those addressed to it; the sender also every draft."""

from datetime import datetime
from uuid import UUID

from backend.casework.handoffs import papers
from backend.casework.handoffs.queries.materials import lines_of
from backend.casework.handoffs.queries.visible import Case, load
from backend.foundation.letters import official
from backend.foundation.letters.official import Letter
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal


async def papers_of(case: Case) -> list[Letter]:
    """Oldest first, void ones too."""
    found = await official.letters_of(("handoff", case.handoff.id))
    if case.side == "sender":
        return found
    mine = case.where.all
    return [letter for letter in found if letter.body in mine or letter.addressee in mine]


async def paper(person: Person, handoff_id: UUID, letter_id: UUID) -> Letter:
    """One of them; refuses `not_found`."""
    case = await load(person, handoff_id)
    found = next((letter for letter in await papers_of(case) if letter.id == letter_id), None)
    if found is None:
        raise Refusal("not_found")
    return found


async def the_letter(person: Person, handoff_id: UUID) -> tuple[Case, Letter | None]:
    """The letter this side's sending left with; None while it is a draft, which is the sender's alone.

    A stationed office reads the draft of the record it is to sign.
    """
    case = await load(person, handoff_id)
    if case.own is not None and case.own.letter is not None:
        return case, await official.find(case.own.letter)
    reads_before_signing = case.handoff.direction == "stationed" and case.own is not None
    if case.side == "addressee" and not reads_before_signing:
        raise Refusal("not_found")
    return case, None


async def draft_pdf(case: Case, at: datetime) -> bytes:
    """The paper as it would be made out at that moment, 草稿 across the page and no number: the letter, or the record of the hand-over."""
    lines = await lines_of(case.handoff.id)
    content: official.Content = (
        await papers.hand_over_record(case, lines, case.own)
        if case.handoff.direction == "stationed"
        else await papers.handoff_letter(case, lines)
    )
    return await official.preview(content, body=case.handoff.from_unit, addressee=case.handoff.to_unit, at=at)
