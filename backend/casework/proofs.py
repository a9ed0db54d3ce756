"""凭证: the photos that prove what was recorded on behalf (代录), by the step they hang on."""

from collections.abc import Sequence
from uuid import UUID

from backend.foundation.database import rows


async def proofs(kind: str, steps: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    """Of these steps, records of that kind, the photos that are here; those without any are left out."""
    if not steps:
        return {}
    found = await rows(
        "SELECT id, subject_id FROM photos WHERE subject_kind = ? AND removed_at IS NULL "
        f"AND content_at IS NOT NULL AND subject_id IN ({', '.join('?' * len(steps))}) ORDER BY taken_at, id",
        kind,
        *steps,
    )
    by_step: dict[UUID, list[UUID]] = {}
    for photo in found:
        by_step.setdefault(photo["subject_id"], []).append(photo["id"])
    return by_step
