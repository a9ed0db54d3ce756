"""The superior command of a township."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.foundation.database import row
from backend.office.superior.rules import Superior

_SET = (
    "SELECT s.name, s.phone, s.url, s.changed_at, o.name AS changed_by FROM superior_commands s "
    "JOIN officers o ON o.id = s.changed_by WHERE s.township = ?"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is set, and by whom; `seen` names the state: it is another one after any change."""

    superior: Superior
    changed_by: str
    changed_at: datetime | None

    @property
    def seen(self) -> str:
        return self.changed_at.isoformat() if self.changed_at else ""


async def standing_of(township: UUID) -> Standing:
    found = await row(_SET, township)
    if found is None:
        return Standing(Superior("", "", ""), "", None)
    superior = Superior(found["name"], found["phone"], found["url"])
    return Standing(superior, found["changed_by"], found["changed_at"])


async def superior_of(township: UUID) -> Superior | None:
    """None where nothing is set."""
    found = (await standing_of(township)).superior
    return found if found.there else None
