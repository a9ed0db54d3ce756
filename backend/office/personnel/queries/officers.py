"""People within an administrator's reach."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.database import row, rows
from backend.foundation.people.permissions import ROLES
from backend.foundation.refusals import Refusal
from backend.office.personnel.reach import Reach

MOST = 200


@dataclass(frozen=True)
class OfficerCard:
    """A person with what the list and their page say about them."""

    id: UUID
    username: str
    name: str
    position: str
    phone: str
    roles: tuple[str, ...]
    unit: UUID
    unit_name: str
    township: UUID | None
    left_at: datetime | None
    must_change_password: bool
    version: int

    @property
    def chain(self) -> UUID:
        """The journal chain of what happens to them."""
        return self.township or self.unit

    @property
    def role_words(self) -> str:
        return "、".join(words for role, words in ROLES.items() if role in self.roles)


_CARD = (
    "SELECT o.id, o.username, o.name, o.position, o.phone, o.roles, o.unit, u.name AS unit_name, u.township, o.left_at, "
    "o.must_change_password, o.version FROM officers o JOIN units u ON u.id = o.unit "
)


async def officers_within(
    reach: Reach, words: str = "", unit: UUID | None = None, *, left: bool = False
) -> list[OfficerCard]:
    """At most MOST people whose name, username, position, phone or certificate holds `words`, by unit and name."""
    condition, args = reach.where()
    conditions: list[str] = [condition, f"o.left_at IS {'NOT ' if left else ''}NULL"]
    given: list[Any] = list(args)
    if unit:
        conditions.append("o.unit = ?")
        given.append(unit)
    if words:
        conditions.append(_HOLDS)
        given += [_pattern(words)] * _HOLDS.count("?")
    found = await rows(
        f"{_CARD} WHERE {' AND '.join(f'({part})' for part in conditions)} "
        "ORDER BY CASE WHEN u.township IS NULL THEN 1 ELSE 0 END, u.code, o.username LIMIT ?",
        *given,
        MOST + 1,
    )
    return [_card(entry) for entry in found]


async def officer_within(reach: Reach, officer: UUID) -> OfficerCard:
    """One of them; refuses `not_found` for any other."""
    condition, args = reach.where()
    found = await row(f"{_CARD} WHERE o.id = ? AND ({condition})", officer, *args)
    if found is None:
        raise Refusal("not_found")
    return _card(found)


_HOLDS = (
    r"lower(o.name) LIKE ? ESCAPE '\' OR o.username LIKE ? ESCAPE '\' OR lower(o.position) LIKE ? ESCAPE '\' "
    r"OR o.phone LIKE ? ESCAPE '\' OR EXISTS (SELECT 1 FROM certificates c WHERE c.officer = o.id "
    r"AND lower(c.number) LIKE ? ESCAPE '\')"
)


def _pattern(words: str) -> str:
    escaped = words.lower().replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return f"%{escaped}%"


def _card(found: dict[str, Any]) -> OfficerCard:
    return OfficerCard(**{**found, "roles": tuple(msgspec.json.decode(found["roles"], type=list[str]))})
