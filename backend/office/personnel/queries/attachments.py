"""Where people are attached from."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.foundation.database import row, rows
from backend.foundation.refusals import Refusal
from backend.office.personnel.queries.officers import OfficerCard, officer_within
from backend.office.personnel.reach import Reach

_ATTACHMENT = (
    "SELECT a.id, a.officer, a.department, a.department_name, COALESCE(d.name, a.department_name) AS name, a.first_day, "
    "a.last_day, a.paper FROM attachments a LEFT JOIN units d ON d.id = a.department "
)
_DEPARTMENTS = "SELECT id, name FROM units WHERE county = ? AND township IS NULL AND kind IN ('department', 'government') ORDER BY code"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One 派驻; `name` is the department's, however it is known."""

    id: UUID
    officer: UUID
    department: UUID | None
    department_name: str
    name: str
    first_day: date
    last_day: date | None
    paper: str


async def attachments_of(officer: UUID) -> list[Attachment]:
    """The latest first."""
    found = await rows(f"{_ATTACHMENT} WHERE a.officer = ? ORDER BY a.first_day DESC, a.id", officer)
    return [Attachment(**each) for each in found]


async def attachment_within(reach: Reach, attachment: UUID) -> tuple[OfficerCard, Attachment]:
    """One with whose it is; refuses `not_found` for one that is out of reach."""
    found = await row(f"{_ATTACHMENT} WHERE a.id = ?", attachment)
    if found is None:
        raise Refusal("not_found")
    return await officer_within(reach, found["officer"]), Attachment(**found)


async def departments(county: UUID) -> list[tuple[UUID, str]]:
    """Which bodies attach people."""
    return [(each["id"], each["name"]) for each in await rows(_DEPARTMENTS, county)]
