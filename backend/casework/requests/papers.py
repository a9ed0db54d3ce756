"""请乡镇（街道）参加执法的书面通知 as a paper: what it says, and its PDF or DOCX."""

from uuid import UUID

from backend.casework.requests.queries.steps import steps_of
from backend.casework.requests.queries.visible import Named, load
from backend.foundation.letters.official import Contact, Letter, ParticipationNotice, docx, issue, pdf
from backend.foundation.outbox import Sender
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal


async def issued(sender: Sender, found: Named, *, number: str | None, signed_by: str | None) -> Letter:
    """Numbered and frozen, in the open transaction; refuses as letters are refused."""
    return await issue(
        await _content(found),
        body=found.request.body,
        addressee=found.asked[0].party.unit,
        record=("request", found.request.id),
        at=sender.at,
        by=sender.person.id,
        number=number,
        signed_off=(signed_by or sender.person.name).strip(),
    )


async def paper_of(person: Person, request_id: UUID, form: str) -> tuple[str, bytes]:
    """A name for the file and its bytes as `pdf` or `docx`, for both sides; refuses `not_found` where there is none yet."""
    found = await load(person, request_id)
    letter = found.request.letter
    if letter is None:
        raise Refusal("not_found")
    return f"notice-{str(request_id)[:8]}", await (pdf(letter) if form == "pdf" else docx(letter))


async def _content(found: Named) -> ParticipationNotice:
    request = found.request
    calls = [step for step in await steps_of(request.id, []) if step.noun == "calls"]
    return ParticipationNotice(
        matter=request.title,
        facts=request.words,
        place=request.address,
        starts_at=request.starts_at,
        head_count=request.head_count,
        answer_by=request.due_at,
        called_at=calls[0].at if calls else None,
        called=calls[0].speaker if calls else "",
        contact=Contact(found.name, found.phone),
    )
