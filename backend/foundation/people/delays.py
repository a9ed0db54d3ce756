"""A wait that grows with every failed try, never a lock: what is guessed gets slower, and who knows it gets in."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from backend.foundation.database import locking, row, rows, transaction
from backend.foundation.refusals import Refusal

FREE_TRIES = 3
LONGEST_WAIT = timedelta(minutes=5)
FORGET_AFTER = timedelta(hours=1)

_KNOWN = "INSERT INTO sign_in_delays (key, failures, last_at, open_at) VALUES (?, 0, ?, ?) ON CONFLICT (key) DO NOTHING"


def wait_after(failures: int, *, free: int, longest: timedelta) -> timedelta:
    """How long the next try must wait: nothing for the free tries, then 1, 2, 4, 8 … seconds up to `longest`."""
    beyond = failures - free
    if beyond < 0:
        return timedelta(0)
    return min(timedelta(seconds=2 ** min(beyond, 20)), longest)


async def spend_try(key: str, at: datetime) -> None:
    """Count a try before it is judged, so that of many sent at once no more are judged than of those sent in turn;
    `forgive` it when it was right. Refuses `sign_in_delayed`."""
    async with transaction():
        await rows(_KNOWN, key, at - FORGET_AFTER, at - FORGET_AFTER)
        await rows(f"SELECT d.key FROM sign_in_delays d WHERE d.key = ?{locking('d')}", key)
        await refuse_while_waiting([key], at)
        await count_failure(key, at)


async def refuse_while_waiting(keys: Sequence[str], at: datetime) -> None:
    """Refuses `sign_in_delayed` (Retry-After in `extra`) while one of them has to wait."""
    marks = ", ".join("?" * len(keys))
    waiting = await rows(
        f"SELECT open_at FROM sign_in_delays WHERE key IN ({marks}) AND open_at > ?", *keys, at
    )
    if waiting:
        seconds = int((max(entry["open_at"] for entry in waiting) - at).total_seconds()) + 1
        raise Refusal("sign_in_delayed", f"请等{seconds}秒再试", extra={"retry_after": seconds})


async def count_failure(
    key: str, at: datetime, *, free: int = FREE_TRIES, longest: timedelta = LONGEST_WAIT
) -> None:
    """One more failed try under `key`; after an hour without one it begins anew."""
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


async def forgive(key: str) -> None:
    """The right one was given: nothing is held against `key` any more."""
    await rows("DELETE FROM sign_in_delays WHERE key = ?", key)
