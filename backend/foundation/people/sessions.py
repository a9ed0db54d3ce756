"""Sessions and tokens: what a browser or a script shows to be somebody."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from backend.foundation.database import row, rows
from backend.foundation.people.identity import PERSON_COLUMNS, PERSON_JOINS, Person, person_from

SEEN_EVERY = timedelta(minutes=5)
_PAD = 16


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
    """Who this cookie belongs to, if the session is still alive."""
    found = await row(
        f"SELECT {PERSON_COLUMNS}, s.id AS session_id, s.seen_at FROM sessions s JOIN officers o ON o.id = s.officer "
        f"{PERSON_JOINS} WHERE s.id = ? AND s.ended_at IS NULL AND s.expires_at > ? AND o.left_at IS NULL",
        digest_of(cookie),
        at,
    )
    return person_from(found) if found else None


async def person_of_token(token: str) -> Person | None:
    """Who this bearer token belongs to, if it was not taken back."""
    found = await row(
        f"SELECT {PERSON_COLUMNS} FROM tokens k JOIN officers o ON o.id = k.officer {PERSON_JOINS} "
        "WHERE k.id = ? AND k.ended_at IS NULL AND o.left_at IS NULL",
        digest_of(token),
    )
    return person_from(found) if found else None


async def mark_seen(person: Person, at: datetime) -> None:
    """Remember that the session was used, at most every few minutes: a page view must not cost a durable write."""
    if person.session_id and person.seen_at and at - person.seen_at > SEEN_EVERY:
        await rows("UPDATE sessions SET seen_at = ? WHERE id = ?", at, person.session_id)


async def end_session(officer: UUID, session: str, at: datetime) -> bool:
    """End one of the officer's own sessions; False when it is not theirs or ended before."""
    ended = await rows(
        "UPDATE sessions SET ended_at = ? WHERE id = ? AND officer = ? AND ended_at IS NULL RETURNING id",
        at,
        session,
        officer,
    )
    return bool(ended)


async def end_other_sessions(officer: UUID, keep: str | None, at: datetime) -> None:
    """After a new password every other device must sign in again."""
    await rows(
        "UPDATE sessions SET ended_at = ? WHERE officer = ? AND ended_at IS NULL AND id <> ?",
        at,
        officer,
        keep or "",
    )


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


def csrf_token(cookie: str) -> str:
    """A token bound to the session, masked anew each time so that compressed pages leak nothing (BREACH)."""
    pad = secrets.token_bytes(_PAD)
    return (pad + _masked(pad, _csrf_secret(cookie))).hex()


def is_csrf_token(cookie: str, shown: str) -> bool:
    try:
        raw = bytes.fromhex(shown)
    except ValueError:
        return False
    pad, masked = raw[:_PAD], raw[_PAD:]
    return len(raw) == 2 * _PAD and hmac.compare_digest(_masked(pad, masked), _csrf_secret(cookie))


def _csrf_secret(cookie: str) -> bytes:
    return hashlib.sha256(f"csrf:{cookie}".encode()).digest()[:_PAD]


def _masked(pad: bytes, text: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(pad, text, strict=False))
