"""Signing in: a growing wait after failures, never a lock, and a session that is always new."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from backend.foundation.database import row, rows
from backend.foundation.people.passwords import is_password
from backend.foundation.people.sessions import open_session
from backend.foundation.preferences import preference
from backend.foundation.refusals import Refusal

FREE_TRIES = 3
LONGEST_WAIT = timedelta(minutes=5)
ADDRESS_TRIES = 60  # a whole township sits behind one carrier address
ADDRESS_WAIT = timedelta(seconds=30)
FORGET_AFTER = timedelta(hours=1)


@dataclass(frozen=True)
class SignedIn:
    """What a successful sign-in gives: the cookie's value, and how long it lasts."""

    cookie: str
    expires_at: datetime
    must_change_password: bool


def wait_after(failures: int, *, free: int, longest: timedelta) -> timedelta:
    """How long the next try must wait: nothing for the free tries, then 1, 2, 4, 8 … seconds up to `longest`."""
    beyond = failures - free
    if beyond < 0:
        return timedelta(0)
    return min(timedelta(seconds=2 ** min(beyond, 20)), longest)


async def sign_in(username: str, password: str, *, device: str, address: str, at: datetime) -> SignedIn:
    """Open a session, or refuse with `wrong_password` or `sign_in_delayed` (Retry-After in `extra`)."""
    name_key, address_key = f"name:{username.lower()[:80]}", f"address:{address}"
    await _refuse_while_waiting((name_key, address_key), at)
    found = await row(
        "SELECT o.id, o.password_hash, o.must_change_password, u.township FROM officers o JOIN units u ON u.id = o.unit "
        "WHERE o.username = ? AND o.left_at IS NULL",
        username,
    )
    is_right = await is_password(found["password_hash"] if found else "", password)
    # A thousand guesses sent at once all found the door open above; those behind the first few are told nothing.
    await _refuse_while_waiting((name_key, address_key), at)
    if not is_right or found is None:
        await _count_failure(name_key, at, free=FREE_TRIES, longest=LONGEST_WAIT)
        await _count_failure(address_key, at, free=ADDRESS_TRIES, longest=ADDRESS_WAIT)
        raise Refusal("wrong_password")
    await rows("DELETE FROM sign_in_delays WHERE key = ?", name_key)
    days = await preference(found["township"], "session.days")
    cookie, expires_at = await open_session(
        found["id"], device=device, address=address, at=at, lasting=timedelta(days=days)
    )
    return SignedIn(cookie, expires_at, bool(found["must_change_password"]))


async def _refuse_while_waiting(keys: tuple[str, str], at: datetime) -> None:
    waiting = await rows("SELECT open_at FROM sign_in_delays WHERE key IN (?, ?) AND open_at > ?", *keys, at)
    if waiting:
        seconds = int((max(entry["open_at"] for entry in waiting) - at).total_seconds()) + 1
        raise Refusal("sign_in_delayed", f"请等{seconds}秒再试", extra={"retry_after": seconds})


async def _count_failure(key: str, at: datetime, *, free: int, longest: timedelta) -> None:
    counted = await row(
        "INSERT INTO sign_in_delays (key, failures, last_at, open_at) VALUES (?, 1, ?, ?) ON CONFLICT (key) DO UPDATE "
        "SET failures = CASE WHEN sign_in_delays.last_at < ? THEN 1 ELSE sign_in_delays.failures + 1 END, "
        "last_at = excluded.last_at RETURNING failures",
        key,
        at,
        at,
        at - FORGET_AFTER,
    )
    assert counted is not None
    wait = wait_after(counted["failures"], free=free, longest=longest)
    await rows("UPDATE sign_in_delays SET open_at = ? WHERE key = ?", at + wait, key)
