"""派驻: writing one down, putting it right, ending it with its last day."""

from datetime import datetime
from uuid import UUID, uuid4

from backend.foundation.database import rows, transaction
from backend.foundation.journal import record
from backend.foundation.people.identity import Person
from backend.office.personnel.commands.officers import touch
from backend.office.personnel.queries.attachments import departments
from backend.office.personnel.queries.officers import OfficerCard
from backend.office.personnel.rules.attachments import AttachmentDraft, check_attachment

_INSERT = (
    "INSERT INTO attachments (id, officer, department, department_name, first_day, last_day, paper, noted_by, noted_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE = (
    "UPDATE attachments SET department = ?, department_name = ?, first_day = ?, last_day = ?, paper = ?, noted_by = ?, "
    "noted_at = ? WHERE id = ? AND officer = ?"
)


async def add_attachment(
    holder: OfficerCard, draft: AttachmentDraft, *, version: int, by: Person, at: datetime
) -> UUID:
    """Beside those before it."""
    named = await _names(draft, by)
    attachment = uuid4()
    async with transaction():
        await touch(holder, version)
        await rows(_INSERT, attachment, holder.id, *_columns(draft), by.id, at)
        _note("attachment.added", holder, by, _told(attachment, draft, named))
    return attachment


async def correct_attachment(
    attachment: UUID, holder: OfficerCard, draft: AttachmentDraft, *, version: int, by: Person, at: datetime
) -> None:
    """What was written down before stays in the journal."""
    named = await _names(draft, by)
    async with transaction():
        await touch(holder, version)
        await rows(_UPDATE, *_columns(draft), by.id, at, attachment, holder.id)
        _note("attachment.corrected", holder, by, _told(attachment, draft, named))


async def _names(draft: AttachmentDraft, by: Person) -> str:
    """What the department is called, once the draft holds; refuses `invalid`."""
    known = dict(await departments(by.county_id))
    check_attachment(draft, frozenset(known))
    return known[draft.department] if draft.department else draft.department_name


def _columns(draft: AttachmentDraft) -> tuple[object, ...]:
    name = "" if draft.department else draft.department_name
    return draft.department, name, draft.first_day, draft.last_day, draft.paper


def _told(attachment: UUID, draft: AttachmentDraft, named: str) -> dict[str, object]:
    return {
        "attachment": str(attachment),
        "department": named,
        "first_day": str(draft.first_day),
        "last_day": str(draft.last_day) if draft.last_day else "",
        "paper": draft.paper,
    }


def _note(kind: str, holder: OfficerCard, by: Person, payload: dict[str, object]) -> None:
    told = {"username": holder.username} | payload
    record(kind, chain=holder.chain, record=("officer", holder.id), by=by.id, payload=told)
