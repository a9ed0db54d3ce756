"""Sessions: what a browser shows to be somebody."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from backend.foundation.database import look_up, rows
from backend.foundation.people.identity import PERSON_COLUMNS, PERSON_JOINS, Person, person_from

SEEN_EVERY = timedelta(minutes=5)


@dataclass(frozen=True)
class Device:
    """A signed-in browser as its owner sees it; `id` is the digest of its cookie."""

    id: str
    device: str
    address: str
    created_at: datetime
    seen_at: datetime


def digest_of(secret: str) -> str:
    """What is stored of a cookie or token."""
    return hashlib.sha256(secret.encode()).hexdigest()


async def open_session(
    officer: UUID, *, device: str, address: str, at: datetime, lasting: timedelta
) -> tuple[str, datetime]:
    """A new session under a new name: a cookie planted before the sign-in opens nothing."""
    cookie = secrets.token_urlsafe(32)
    expires_at = at + lasting
    await rows(
        "INSERT INTO sessions (id, officer, device, address, created_at, seen_at, expires_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        digest_of(cookie),
        officer,
        device[:80],
        address[:64],
        at,
        at,
        expires_at,
    )
    return cookie, expires_at


async def person_of_session(cookie: str, at: datetime) -> Person | None:
    """Who this cookie belongs to, if the session is still alive.

    Unit, roles and departure are read with it at every request: what an administrator changes counts at once.
    """
    found = await look_up(
        f"SELECT {PERSON_COLUMNS}, s.id AS session_id, s.seen_at FROM sessions s "
        f"JOIN officers o ON o.id = s.officer {PERSON_JOINS} "
        "WHERE s.id = ? AND s.ended_at IS NULL AND s.expires_at > ? AND o.left_at IS NULL",
        digest_of(cookie),
        at,
    )
    return person_from(found) if found else None


async def mark_seen(person: Person, at: datetime) -> None:
    """Remember that the session was used, at most every few minutes: a page view must not cost a durable write."""
    if person.session_id and person.seen_at and at - person.seen_at > SEEN_EVERY:
        await rows("UPDATE sessions SET seen_at = ? WHERE id = ?", at, person.session_id)


async def devices_of(officer: UUID, at: datetime) -> list[Device]:
    """Where the officer is signed in now, the latest used first."""
    found = await rows(
        "SELECT id, device, address, created_at, seen_at FROM sessions "
        "WHERE officer = ? AND ended_at IS NULL AND expires_at > ? ORDER BY seen_at DESC, id",
        officer,
        at,
    )
    return [Device(**session) for session in found]


async def end_session(officer: UUID, session: str, at: datetime) -> bool:
    """End one of the officer's own sessions; False when it is not theirs or ended before."""
    ended = await rows(
        "UPDATE sessions SET ended_at = ? WHERE id = ? AND officer = ? AND ended_at IS NULL RETURNING id",
        at,
        session,
        officer,
    )
    return bool(ended)


async def end_other_sessions(officer: UUID, keep: str | None, at: datetime) -> int:
    """End every session of the officer but `keep` (None: all of them); how many there were."""
    ended = await rows(
        "UPDATE sessions SET ended_at = ? WHERE officer = ? AND ended_at IS NULL AND id <> ? RETURNING id",
        at,
        officer,
        keep or "",
    )
    return len(ended)
