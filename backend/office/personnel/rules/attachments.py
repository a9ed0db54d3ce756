"""派驻: the department somebody of a stationed office belongs to, since when and until when. Pure."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.foundation.refusals import Refusal
from backend.office.personnel.rules.certificates import EARLIEST, LATEST
from backend.office.personnel.rules.limits import words


@dataclass(frozen=True)
class AttachmentDraft:
    """As it was typed: a body of the list, or the name of one that is not on it. A first day that could not be read is None;
    `last_day` empty: still there."""

    department: UUID | None
    department_name: str
    first_day: date | None
    last_day: date | None
    paper: str


def check_attachment(draft: AttachmentDraft, departments: frozenset[UUID]) -> None:
    """Refuses `invalid` with a sentence per field."""
    faults = {
        "department": _department_fault(draft, departments),
        "department_name": words(draft.department_name, 60, needed=False),
        "paper": words(draft.paper, 60, needed=False),
        "first_day": "" if draft.first_day and EARLIEST <= draft.first_day <= LATEST else "填年月日",
    }
    if draft.first_day and draft.last_day and draft.last_day < draft.first_day:
        faults["last_day"] = "不能早于开始那天"
    if any(faults.values()):
        raise Refusal("invalid", fields={field: fault for field, fault in faults.items() if fault})


def _department_fault(draft: AttachmentDraft, departments: frozenset[UUID]) -> str:
    if draft.department is not None:
        return "" if draft.department in departments else "从列出的单位里选"
    return "" if draft.department_name else "选派出单位，名单里没有的写名称"
