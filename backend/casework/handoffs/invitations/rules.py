"""Whether a link still leads anywhere, and what a visitor must say. Pure."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from backend.casework.handoffs.rules.states import ENDED, State
from backend.foundation.blank import is_blank
from backend.foundation.refusals import Refusal

LASTING: Final = timedelta(minutes=30)
MOST_COPIES: Final = 10
CODE_LENGTH: Final = 8
LONGEST_NAME, LONGEST_POSITION, LONGEST_TITLE = 60, 40, 120


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link with where its case stands; `present` is the ordinal of the sending that counts now."""

    id: UUID
    handoff: UUID
    ordinal: int
    unit: UUID
    code_digest: str
    made_at: datetime
    revoked_at: datetime | None
    state: State
    present: int

    @property
    def alive(self) -> bool:
        """Until it is revoked, the case ends, or it was sent anew (that letter carries its own link)."""
        return self.revoked_at is None and self.state not in ENDED and self.ordinal == self.present


def token_digest(token: str) -> str:
    return hashlib.sha256(f"link:{token}".encode()).hexdigest()


def code_digest(token: str, code: str) -> str:
    """Bound to its link: the same code on two letters leaves two digests."""
    return hashlib.sha256(f"code:{token}:{code}".encode()).hexdigest()


def signed_by(name: str, position: str) -> tuple[str, str]:
    """Who acts for the body; refuses `invalid` where name or position is missing or too long."""
    name, position = name.strip(), position.strip()
    faults = {
        "name": _fault(name, LONGEST_NAME, "写上你的姓名"),
        "position": _fault(position, LONGEST_POSITION, "写上你的职务"),
    }
    if any(faults.values()):
        raise Refusal("invalid", fields={field: words for field, words in faults.items() if words})
    return name, position


def _fault(text: str, longest: int, missing: str) -> str:
    if is_blank(text):
        return missing
    return f"最多{longest}个字" if len(text) > longest else ""
