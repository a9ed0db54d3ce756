"""A 派驻 for the permission matrix."""

from datetime import date
from uuid import UUID, uuid4

from backend.foundation.database import rows
from backend.foundation.now import now


async def attachment_of(officer: UUID) -> str:
    """From a department that is not here, still running."""
    attachment = uuid4()
    await rows(
        "INSERT INTO attachments (id, officer, department_name, first_day, noted_by, noted_at) VALUES (?, ?, ?, ?, ?, ?)",
        attachment,
        officer,
        "县自然资源局",
        date(2024, 3, 1),
        officer,
        now(),
    )
    return str(attachment)
