"""One finding for its own page; the patrol it hangs on decides who may see it."""

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from backend.foundation.database import row
from backend.foundation.refusals import Refusal

_PAGE = (
    "SELECT f.id, f.number, f.category, f.nothing_found, f.matter_code, f.found_at, f.lat, f.lon, f.accuracy_m, "
    "f.position_source, f.far_reason, f.address, f.facts, f.disposition, f.acting, f.ongoing, f.recheck_on, "
    "f.party_name, f.party_kind, f.party_contact, f.party_age, f.created_by, f.received_at, f.late, f.overwritten, "
    "f.removed_at, f.version, o.name AS by_name, u.name AS by_unit FROM findings f JOIN officers o ON o.id = f.created_by "
    "JOIN units u ON u.id = o.unit WHERE f.id = ? AND f.patrol = ?"
)


class FindingPage(NamedTuple):
    """One finding with who wrote it; `acting` are usernames."""

    id: UUID
    number: int
    category: str
    nothing_found: bool
    matter_code: str
    found_at: datetime
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    position_source: str
    far_reason: str
    address: str
    facts: str
    disposition: str
    acting: list[str]
    ongoing: bool
    recheck_on: date | None
    party_name: str
    party_kind: str
    party_contact: str
    party_age: str
    created_by: UUID
    received_at: datetime
    late: bool
    overwritten: bool
    removed_at: datetime | None
    version: int
    by_name: str
    by_unit: str


async def finding_page(patrol_id: UUID, finding_id: UUID) -> FindingPage:
    """Refuses `not_found`; what was removed stays readable."""
    found = await row(_PAGE, finding_id, patrol_id)
    if found is None:
        raise Refusal("not_found")
    return FindingPage(**{**found, "acting": _names(found["acting"])})


def _names(text: Any) -> list[str]:
    return msgspec.json.decode(text, type=list[str])
