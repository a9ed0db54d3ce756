"""Certificates within an administrator's reach."""

from uuid import UUID

from backend.foundation.database import row
from backend.foundation.refusals import Refusal
from backend.office.personnel.queries.officers import OfficerCard, officer_within
from backend.office.personnel.reach import Reach


async def holder_within(reach: Reach, certificate: UUID) -> OfficerCard:
    """Whose certificate it is; refuses `not_found` where that person is out of reach."""
    found = await row("SELECT officer FROM certificates WHERE id = ?", certificate)
    if found is None:
        raise Refusal("not_found")
    return await officer_within(reach, found["officer"])
