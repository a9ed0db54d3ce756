"""What may be written down about a person. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from backend.foundation.people.permissions import ROLES
from backend.foundation.refusals import Refusal
from backend.office.personnel.rules.limits import USERNAME, coded, telephone, words


@dataclass(frozen=True)
class OfficerDraft:
    """A person as they were typed. Names are one field of 60 characters, `·` included."""

    username: str
    name: str
    unit: UUID | None
    position: str
    phone: str
    roles: tuple[str, ...]


def check_officer(draft: OfficerDraft, units: Collection[UUID]) -> None:
    """Refuse `invalid` with a sentence per field; `units` are those the administrator looks after."""
    faults = {
        "username": coded(draft.username, USERNAME, 40),
        "name": words(draft.name, 60),
        "unit": "" if draft.unit in units else "从列出的单位里选",
        "position": words(draft.position, 40, needed=False),
        "phone": telephone(draft.phone),
        "roles": _roles_fault(draft.roles),
    }
    if any(faults.values()):
        raise Refusal("invalid", fields={field: fault for field, fault in faults.items() if fault})


def check_not_oneself(actor: UUID, officer: UUID, code: str) -> None:
    """Nobody gives themselves roles or takes themselves out: a second administrator does."""
    if actor == officer:
        raise Refusal(code)


def _roles_fault(roles: tuple[str, ...]) -> str:
    if not roles:
        return "至少选一项"
    return "" if set(roles) <= set(ROLES) else "从列出的职责里选"
