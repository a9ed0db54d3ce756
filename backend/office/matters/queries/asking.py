"""归谁管: what an officer is answered, and whom to ask about what is not on the list."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.foundation.database import row, rows
from backend.foundation.mechanism import Profile, load_profile
from backend.foundation.people.identity import roles_of
from backend.office.matters.queries.searching import Answer, search
from backend.office.matters.rules.answering import what_to_do

SURE, NEAR = 5, 6


@dataclass(frozen=True, slots=True)
class Guide:
    """Somebody who knows: the legal reviewer, then the captain."""

    name: str
    position: str
    unit_name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What the words meant for sure, each with what the township has to do; what they may have meant; whom to ask."""

    sure: list[tuple[Answer, str]]
    near: list[Answer]
    guides: list[Guide]


async def reply(township: UUID, words: str, at: datetime) -> Reply:
    """Answers to what an officer typed; nothing asked, nothing answered."""
    found = await search(township, words, at) if words else []
    sure = [answer for answer in found if answer.sure][:SURE]
    near = [answer for answer in found if answer not in sure][:NEAR]
    profile = await profile_of(township)
    todo = [(answer, what_to_do(answer.matter, profile)) for answer in sure]
    return Reply(todo, near, await guides_of(township))


async def guides_of(township: UUID) -> list[Guide]:
    """Whom to ask about what is not on the list, who knows best first."""
    found = await rows(
        "SELECT o.name, o.position, o.phone, o.roles, u.name AS unit_name, u.phone AS unit_phone FROM officers o "
        "JOIN units u ON u.id = o.unit WHERE u.township = ? AND o.left_at IS NULL ORDER BY u.code, o.username",
        township,
    )
    ranked = [(rank, person) for person in found if (rank := _rank(person)) is not None]
    return [
        Guide(
            person["name"], person["position"], person["unit_name"], person["phone"] or person["unit_phone"]
        )
        for _, person in sorted(ranked, key=lambda entry: entry[0])
    ]


def _rank(person: dict[str, Any]) -> int | None:
    roles = roles_of(person)
    return next((rank for rank, role in enumerate(("legal", "captain")) if role in roles), None)


async def profile_of(township: UUID) -> Profile:
    found = await row("SELECT profile FROM townships WHERE id = ?", township)
    assert found is not None
    return load_profile(found["profile"])
