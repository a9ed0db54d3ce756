"""作废: a number that was given out stays given out; the paper no longer counts."""

from datetime import datetime
from uuid import UUID

from backend.foundation.database import execute
from backend.foundation.journal import record
from backend.foundation.letters.official.queries import find
from backend.foundation.refusals import Refusal

LONGEST = 200


async def void(letter_id: UUID, at: datetime, by: UUID, why: str) -> None:
    """Inside the caller's transaction; twice is harmless. Refuses `not_found` and `reason_needed`.

    What accompanies the letter under its number is void with it.
    """
    reason = why.strip()
    if not reason or len(reason) > LONGEST:
        raise Refusal("reason_needed", f"写明作废的原因，最多{LONGEST}个字")
    letter = await find(letter_id)
    voided = await execute(
        "UPDATE letters SET voided_at = ?, voided_by = ?, void_reason = ? "
        "WHERE (id = ? OR accompanies = ?) AND voided_at IS NULL RETURNING id",
        at,
        by,
        reason,
        letter_id,
        letter_id,
    )
    if voided:
        record(
            "letter.voided",
            chain=letter.chain,
            record=(letter.record_kind, letter.record_id),
            by=by,
            payload=letter.told() | {"reason": reason},
        )
