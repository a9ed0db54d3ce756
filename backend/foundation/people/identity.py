"""Who is asking: the signed-in person as every handler and rule sees them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec


@dataclass(frozen=True)
class Person:
    """A signed-in officer. County bodies have no township; their acts go into the chain of their own body."""

    id: UUID
    username: str
    name: str
    position: str
    unit_id: UUID
    unit_code: str
    unit_name: str
    unit_kind: str
    county_id: UUID
    township_id: UUID | None
    township_name: str
    profile: str
    roles: frozenset[str]
    demo: bool
    must_change_password: bool = False
    session_id: str | None = None
    seen_at: datetime | None = None

    @property
    def chain(self) -> UUID:
        """The journal chain this person's acts belong to."""
        return self.township_id or self.unit_id


PERSON_COLUMNS = (
    "o.id, o.username, o.name, o.position, o.roles, o.must_change_password, u.id AS unit_id, u.code AS unit_code, "
    "u.name AS unit_name, u.kind AS unit_kind, u.county AS county_id, u.township AS township_id, "
    "t.name AS township_name, t.profile, c.demo"
)
PERSON_JOINS = "JOIN units u ON u.id = o.unit JOIN counties c ON c.id = u.county LEFT JOIN townships t ON t.id = u.township"


def roles_of(found: Mapping[str, Any]) -> frozenset[str]:
    """The roles in a row that has them as they are stored."""
    return frozenset(msgspec.json.decode(found["roles"], type=list[str]))


def person_from(found: dict[str, Any]) -> Person:
    """A Person from a row of PERSON_COLUMNS, with `session_id` and `seen_at` where the row has them."""
    return Person(
        id=found["id"],
        username=found["username"],
        name=found["name"],
        position=found["position"],
        unit_id=found["unit_id"],
        unit_code=found["unit_code"],
        unit_name=found["unit_name"],
        unit_kind=found["unit_kind"],
        county_id=found["county_id"],
        township_id=found["township_id"],
        township_name=found["township_name"] or "",
        profile=found["profile"] or "",
        roles=roles_of(found),
        demo=bool(found["demo"]),
        must_change_password=bool(found["must_change_password"]),
        session_id=found.get("session_id"),
        seen_at=found.get("seen_at"),
    )
