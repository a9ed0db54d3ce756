"""The official papers of a handoff that a side may read: its own and those addressed to it; the sender also every draft."""

from uuid import UUID

from backend.casework.handoffs import papers
from backend.casework.handoffs.queries.materials import lines_of
from backend.casework.handoffs.queries.visible import Case, load
from backend.foundation.letters import official
from backend.foundation.letters.official import Letter
from backend.foundation.now import now
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
    """The letter this side's sending left with; None while it is a draft, which is the sender's alone."""
    case = await load(person, handoff_id)
    if case.own is not None and case.own.letter is not None:
        return case, await official.find(case.own.letter)
    if case.side == "addressee" or case.handoff.direction == "stationed":
        raise Refusal("not_found")
    return case, None


async def draft_pdf(case: Case) -> bytes:
    """The letter as it would leave now: no number, 草稿 across the page."""
    content = await papers.handoff_letter(case, await lines_of(case.handoff.id))
    return await official.preview(
        content, body=case.handoff.from_unit, addressee=case.handoff.to_unit, at=now()
    )
