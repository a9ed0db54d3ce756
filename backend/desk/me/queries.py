"""What a person sees of themselves."""

from dataclasses import dataclass
from datetime import datetime

from backend.foundation.database import row
from backend.foundation.people.certificates import Certificate
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import ROLES
from backend.foundation.people.queries import certificates_of, own_body
from backend.foundation.people.sessions import devices_of
from backend.foundation.people.tokens import tokens_of


@dataclass(frozen=True)
class Portrait:
    """The signed-in person as their own page shows them."""

    roles: tuple[str, ...]
    phone: str
    body_name: str
    certificates: list[Certificate]
    devices: int
    tokens: int


async def portrait(person: Person, at: datetime) -> Portrait:
    """`body_name` is the 执法主体 the person acts for, empty where that is their own unit."""
    body = await own_body(person)
    found = await row(
        "SELECT o.phone, b.name AS body_name FROM officers o, units b WHERE o.id = ? AND b.id = ?",
        person.id,
        body,
    )
    assert found is not None
    return Portrait(
        roles=tuple(words for role, words in ROLES.items() if role in person.roles),
        phone=found["phone"],
        body_name="" if body == person.unit_id else found["body_name"],
        certificates=await certificates_of(person.id),
        devices=len(await devices_of(person.id, at)),
        tokens=len(await tokens_of(person.id)),
    )
