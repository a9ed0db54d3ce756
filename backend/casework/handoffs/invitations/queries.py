"""Links, visits and sealed papers."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.casework.handoffs.invitations.rules import Invitation, token_digest
from backend.foundation.database import look_up, row, rows
from backend.foundation.people.sessions import digest_of

_INVITATION = (
    "SELECT i.id, i.handoff, i.ordinal, i.unit, i.code_digest, i.made_at, i.revoked_at, h.state, h.sending AS present "
    "FROM handoff_invitations i JOIN handoffs h ON h.id = i.handoff"
)
_VISIT = "SELECT v.id FROM handoff_visits v WHERE v.id = ? AND v.invitation = ? AND v.ended_at IS NULL AND v.expires_at > ?"
_COPIES = (
    "SELECT id, handoff, title, sha256, size, media_type, name, position, uploaded_at FROM handoff_sealed_copies "
    "WHERE handoff = ? ORDER BY uploaded_at, id"
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A sealed paper the body uploaded."""

    id: UUID
    handoff: UUID
    title: str
    sha256: str
    size: int
    media_type: str
    name: str
    position: str
    uploaded_at: datetime


@dataclass(frozen=True, slots=True)
class Looking:
    """The sender's view of a link: when it was opened last and how often; never the link itself."""

    invitation: Invitation
    visits: int
    last_at: datetime | None


async def by_token(token: str) -> Invitation | None:
    """The link with this token, alive or not."""
    found = await look_up(f"{_INVITATION} WHERE i.token_digest = ?", token_digest(token))
    return Invitation(**found) if found else None


async def is_visiting(cookie: str, invitation: Invitation, at: datetime) -> bool:
    """Whether the code was typed in this browser, and not too long ago."""
    if not cookie:
        return False
    return await look_up(_VISIT, digest_of(cookie), invitation.id, at) is not None


async def copies_of(handoff: UUID) -> list[Copy]:
    """Oldest first; the caller has made sure the case may be seen."""
    return [Copy(**entry) for entry in await rows(_COPIES, handoff)]


async def looking(handoff: UUID) -> Looking | None:
    """The newest link of a case."""
    found = await row(f"{_INVITATION} WHERE i.handoff = ? ORDER BY i.made_at DESC, i.id LIMIT 1", handoff)
    if found is None:
        return None
    invitation = Invitation(**found)
    seen = await rows(
        "SELECT opened_at FROM handoff_visits WHERE invitation = ? ORDER BY opened_at DESC", invitation.id
    )
    return Looking(invitation, len(seen), seen[0]["opened_at"] if seen else None)
