"""Signing in: a growing wait after failures, never a lock, and a session that is always new."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from backend.foundation.database import locking, row, transaction
from backend.foundation.people.delays import count_failure, forgive, refuse_while_waiting
from backend.foundation.people.passwords import is_password
from backend.foundation.people.sessions import open_session
from backend.foundation.preferences import preference
from backend.foundation.refusals import Refusal

ADDRESS_TRIES = 60  # a whole township sits behind one carrier address
ADDRESS_WAIT = timedelta(seconds=30)

_STANDING = (
    "SELECT o.id, o.password_hash, o.must_change_password, u.township FROM officers o JOIN units u ON u.id = o.unit "
    "WHERE o.username = ? AND o.left_at IS NULL"
)
_UNCHANGED = "SELECT o.id FROM officers o WHERE o.id = ? AND o.password_hash = ? AND o.left_at IS NULL"


@dataclass(frozen=True)
class SignedIn:
    """What a successful sign-in gives: whose session, the cookie's value, and how long it lasts."""

    officer: UUID
    cookie: str
    expires_at: datetime
    must_change_password: bool


async def sign_in(username: str, password: str, *, device: str, address: str, at: datetime) -> SignedIn:
    """Open a session, or refuse with `wrong_password` or `sign_in_delayed` (Retry-After in `extra`)."""
    name_key, address_key = f"name:{username.lower()[:80]}", f"address:{address}"
    await refuse_while_waiting((name_key, address_key), at)
    found = await row(_STANDING, username)
    is_right = await is_password(found["password_hash"] if found else "", password)
    # A thousand guesses sent at once all found the door open above; those behind the first few are told nothing.
    await refuse_while_waiting((name_key, address_key), at)
    if not is_right or found is None:
        await count_failure(name_key, at)
        await count_failure(address_key, at, free=ADDRESS_TRIES, longest=ADDRESS_WAIT)
        raise Refusal("wrong_password")
    lasting = timedelta(days=await preference(found["township"], "session.days"))
    async with transaction():
        if await row(f"{_UNCHANGED}{locking('o')}", found["id"], found["password_hash"]) is None:
            raise Refusal("wrong_password")  # it was another by the time it had been proved
        await forgive(name_key)
        cookie, expires_at = await open_session(
            found["id"], device=device, address=address, at=at, lasting=lasting
        )
    return SignedIn(found["id"], cookie, expires_at, bool(found["must_change_password"]))
