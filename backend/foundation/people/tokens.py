"""Bearer tokens: what a script shows to act as somebody."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.foundation.database import look_up, rows
from backend.foundation.people.identity import PERSON_COLUMNS, PERSON_JOINS, Person, person_from
from backend.foundation.people.sessions import digest_of


@dataclass(frozen=True)
class Token:
    """A token as its owner sees it: what it is for, never what it is. `id` is its digest."""

    id: str
    name: str
    created_at: datetime


async def issue_token(officer: UUID, name: str, at: datetime) -> str:
    """A new bearer token; shown once, stored as its digest."""
    token = f"ld_{secrets.token_urlsafe(32)}"
    await rows(
        "INSERT INTO tokens (id, officer, name, created_at) VALUES (?, ?, ?, ?)",
        digest_of(token),
        officer,
        name,
        at,
    )
    return token


async def person_of_token(token: str) -> Person | None:
    """Who this bearer token belongs to, if it was not taken back."""
    found = await look_up(
        f"SELECT {PERSON_COLUMNS} FROM tokens k JOIN officers o ON o.id = k.officer {PERSON_JOINS} "
        "WHERE k.id = ? AND k.ended_at IS NULL AND o.left_at IS NULL",
        digest_of(token),
    )
    return person_from(found) if found else None


async def tokens_of(officer: UUID) -> list[Token]:
    """The tokens still in use, the newest first."""
    found = await rows(
        "SELECT id, name, created_at FROM tokens WHERE officer = ? AND ended_at IS NULL "
        "ORDER BY created_at DESC, id",
        officer,
    )
    return [Token(**token) for token in found]


async def end_token(officer: UUID, token: str, at: datetime) -> bool:
    """Take one of the officer's own tokens back; False when it is not theirs or was taken back before."""
    ended = await rows(
        "UPDATE tokens SET ended_at = ? WHERE id = ? AND officer = ? AND ended_at IS NULL RETURNING id",
        at,
        token,
        officer,
    )
    return bool(ended)
