"""Typing the code: a visit of one browser, for as long as somebody is at work in it."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from backend.casework.handoffs.invitations.rules import LASTING, Invitation, code_digest
from backend.foundation.database import rows, transaction
from backend.foundation.journal import record
from backend.foundation.letters.official.codes import plain
from backend.foundation.people.delays import count_failure, forgive, refuse_while_waiting, spend_try
from backend.foundation.people.sessions import digest_of
from backend.foundation.refusals import Refusal, needed

# One office may sit behind one address; what is guessed there gets slower all the same.
ADDRESS_TRIES, ADDRESS_WAIT = 20, timedelta(seconds=30)
_INSERT = "INSERT INTO handoff_visits (id, invitation, device, address, opened_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)"
_AGAIN = "UPDATE handoff_visits SET expires_at = ? WHERE id = ? AND expires_at < ?"
_END = "UPDATE handoff_visits SET ended_at = ? WHERE id = ? AND ended_at IS NULL"
SEEN_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Door:
    """Who stands before it: which browser, from where, when."""

    device: str
    address: str
    at: datetime


async def enter(invitation: Invitation, token: str, code: str, door: Door) -> str:
    """The cookie of a new visit. Refuses `invalid`, `code_wrong`, `sign_in_delayed`: what is guessed gets slower, never
    locked, and nothing typed is no guess."""
    needed({"code": (plain(code), "写上函上印的回复码")})
    own, there = f"reply:{invitation.id}", f"reply-address:{door.address}"[:100]
    await refuse_while_waiting([there], door.at)
    await spend_try(own, door.at)
    if not hmac.compare_digest(invitation.code_digest, code_digest(token, plain(code))):
        await count_failure(there, door.at, free=ADDRESS_TRIES, longest=ADDRESS_WAIT)
        raise Refusal("code_wrong", fields={"code": "和函上的回复码对不上"})
    cookie = secrets.token_urlsafe(32)
    async with transaction():
        await forgive(own)
        values = (digest_of(cookie), invitation.id, door.device, door.address, door.at, door.at + LASTING)
        await rows(_INSERT, *values)
        record(
            "handoff.link_opened",
            chain=invitation.unit,
            record=("handoff", invitation.handoff),
            by=None,
            payload={"sending": invitation.ordinal, "device": door.device},
        )
    return cookie


async def stay(cookie: str, at: datetime) -> None:
    """Somebody is still at work: the visit lasts on, at the cost of a write every few minutes."""
    await rows(_AGAIN, at + LASTING, digest_of(cookie), at + LASTING - SEEN_EVERY)


async def leave(cookie: str, at: datetime) -> None:
    await rows(_END, at, digest_of(cookie))
