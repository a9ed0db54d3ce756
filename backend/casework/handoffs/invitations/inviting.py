"""Making a link inside the act that sends, and taking it back."""

import secrets
from datetime import datetime
from uuid import UUID, uuid4

from backend.casework.handoffs.invitations.rules import CODE_LENGTH, code_digest, token_digest
from backend.foundation.database import execute, rows
from backend.foundation.letters.official import Reply
from backend.foundation.letters.official.codes import SIGNS, grouped, new_code
from backend.settings import settings

_INSERT = (
    "INSERT INTO handoff_invitations (id, handoff, ordinal, unit, token_digest, code_digest, made_at, made_by) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_REVOKE = "UPDATE handoff_invitations SET revoked_at = ?, revoked_by = ? WHERE handoff = ? AND revoked_at IS NULL RETURNING id"


async def invite(handoff: UUID, ordinal: int, unit: UUID, *, at: datetime, by: UUID) -> Reply:
    """A fresh link and code for one sending, as they are printed; nobody can ask for them again."""
    token, code = new_code(), "".join(secrets.choice(SIGNS) for _ in range(CODE_LENGTH))
    await rows(
        _INSERT, uuid4(), handoff, ordinal, unit, token_digest(token), code_digest(token, code), at, by
    )
    return Reply(f"{settings().address}/p/{token}", grouped(code))


async def withdraw_links(handoff: UUID, *, at: datetime, by: UUID) -> int:
    """Take every link of the case back; how many there were."""
    return await execute(_REVOKE, at, by, handoff)
