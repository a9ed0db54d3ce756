"""Sending what waits: no click ever waits for it, and one slow service holds up no other: each way out has a lane of its own,
and emergencies have theirs beside it.

A worker claims a delivery by moving its next try ahead; should it die, that is when another takes it up. An emergency is moved
a little way only, and on again for as long as its worker is at it: nobody in trouble waits for a worker that is no more. A
message may so arrive twice, and never not at all: for a call for help that is the right way round.
"""

import asyncio
import logging
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from backend.foundation.beside import going_on, keep_doing
from backend.foundation.database import engine_kind, execute, rows
from backend.foundation.database.access import Row
from backend.foundation.notify.channels import Undelivered, send
from backend.foundation.notify.rules.choosing import leaves_at, wish_from
from backend.foundation.notify.rules.outside import message
from backend.foundation.notify.rules.pacing import next_try
from backend.foundation.now import now
from backend.settings import settings

HELD: Final = timedelta(minutes=1)  # longer than any channel may take
HELD_URGENT: Final = timedelta(seconds=6)
HOLD_ON_EVERY: Final = timedelta(seconds=2)
log = logging.getLogger(__name__)

_SKIP = {"sqlite": "", "postgres": " FOR UPDATE SKIP LOCKED"}
# Chosen first and once: as a plain subquery PostgreSQL may choose anew for each row, and claims more than asked for.
_CLAIM = (
    "WITH due AS MATERIALIZED (SELECT id FROM notice_deliveries WHERE state = 'waiting' AND next_at <= ? AND urgent = ? "
    "AND address IN (SELECT id FROM notice_addresses WHERE kind = ?) ORDER BY next_at, id LIMIT ?{skip}) "
    "UPDATE notice_deliveries SET attempts = attempts + 1, next_at = ? "
    "WHERE state = 'waiting' AND id IN (SELECT id FROM due) RETURNING id"
)
_LANES = (
    "SELECT DISTINCT d.urgent, a.kind FROM notice_deliveries d JOIN notice_addresses a ON a.id = d.address "
    "WHERE d.state = 'waiting' AND d.next_at <= ? ORDER BY d.urgent DESC, a.kind"
)
_CLAIMED = (
    "SELECT d.id, d.attempts, d.urgent, d.created_at, n.id AS notice, n.topic, n.record_id, n.exercise, n.read_at, "
    "w.quiet_from, w.quiet_until, w.muted, a.id AS address_id, a.kind, a.address, a.unit, a.removed_at, o.left_at, "
    "CASE WHEN a.session = '' THEN 1 WHEN s.id IS NULL THEN 0 ELSE 1 END AS signed_in "
    "FROM notice_deliveries d JOIN notices n ON n.id = d.notice JOIN notice_addresses a ON a.id = d.address "
    "LEFT JOIN officers o ON o.id = a.officer LEFT JOIN notice_wishes w ON w.owner = COALESCE(a.officer, a.unit) "
    "LEFT JOIN sessions s ON s.id = a.session AND s.ended_at IS NULL AND s.expires_at > ? WHERE d.id IN ({marks})"
)
_END = (
    "UPDATE notice_deliveries SET state = ?, failure = ?, ended_at = ? "
    "WHERE id = ? AND attempts = ? AND state = 'waiting' RETURNING id"
)
_AGAIN = (
    "UPDATE notice_deliveries SET failure = ?, next_at = ? "
    "WHERE id = ? AND attempts = ? AND state = 'waiting' RETURNING id"
)
_LATER = (
    "UPDATE notice_deliveries SET attempts = attempts - 1, next_at = ? "
    "WHERE id = ? AND attempts = ? AND state = 'waiting' RETURNING id"
)

_HOLD_ON = "UPDATE notice_deliveries SET next_at = ? WHERE id = ? AND attempts = ? AND state = 'waiting' RETURNING id"

_woken: list[asyncio.Event] = []


async def wake() -> None:
    """Something waits: look at once rather than at the next turn."""
    for event in _woken:
        event.set()


def listen(event: asyncio.Event) -> None:
    """The running queue of this worker wants to be woken."""
    _woken.append(event)


def leave(event: asyncio.Event) -> None:
    _woken.remove(event)


@dataclass(frozen=True)
class Claimed:
    """A delivery that is ours to try now. `needless`: why nobody has to be told that way any more; `leaves`: not before
    then, for it has become quiet while it waited."""

    id: UUID
    attempts: int
    kind: str
    address: str
    address_id: UUID
    notice: UUID
    record: UUID
    urgent: bool
    exercise: bool
    created_at: datetime
    needless: str
    leaves: datetime


@dataclass(frozen=True)
class Lane:
    """One way out, for emergencies or for everything else."""

    urgent: bool
    kind: str


async def lanes(at: datetime) -> list[Lane]:
    """Those in which something is due, emergencies first."""
    return [Lane(bool(found["urgent"]), found["kind"]) for found in await rows(_LANES, at)]


async def claim(at: datetime, most: int, lane: Lane) -> list[Claimed]:
    """Up to `most` deliveries of a lane that are due; nobody else has them for HELD, emergencies for HELD_URGENT."""
    statement = _CLAIM.format(skip=_SKIP[engine_kind()])
    held = at + (HELD_URGENT if lane.urgent else HELD)
    ids = [found["id"] for found in await rows(statement, at, lane.urgent, lane.kind, most, held)]
    if not ids:
        return []
    found = await rows(_CLAIMED.format(marks=", ".join("?" * len(ids))), at, *ids)
    return sorted((_claimed(one, at) for one in found), key=lambda one: one.created_at)


async def attempt(claimed: Claimed) -> None:
    """Send it once and keep what became of it."""
    if claimed.needless:
        await _end(claimed, "needless", claimed.needless)
        return
    if claimed.leaves > now():
        await execute(_LATER, claimed.leaves, claimed.id, claimed.attempts)
        return
    told = message(
        claimed.notice, claimed.record, settings().address, urgent=claimed.urgent, exercise=claimed.exercise
    )
    try:
        async with _holding(claimed):
            await send(claimed.kind, claimed.address, told)
    except Undelivered as fault:
        await _failed(claimed, fault)
    except Exception:
        # Whatever a library throws must not stop the queue; the dispatcher sees that it failed.
        log.exception("delivery %s", claimed.id)
        await _failed(claimed, Undelivered("发送时出错，详情在服务器日志里"))
    else:
        await _end(claimed, "delivered", "")


async def hold_on(claimed: Claimed) -> None:
    """An emergency that is being sent is nobody else's for a while longer; nothing where another has it by now."""
    await execute(_HOLD_ON, now() + HELD_URGENT, claimed.id, claimed.attempts)


def _holding(claimed: Claimed) -> AbstractAsyncContextManager[None]:
    return going_on("notices held", _go_on_holding(claimed)) if claimed.urgent else nullcontext()


async def _go_on_holding(claimed: Claimed) -> None:
    await asyncio.sleep(HOLD_ON_EVERY.total_seconds())  # most have long been sent by then
    await keep_doing(lambda: hold_on(claimed), HOLD_ON_EVERY, "holding a notice that is being sent")


def _claimed(found: Row, at: datetime) -> Claimed:
    leaves = leaves_at(wish_from(found), found["topic"], at, urgent=bool(found["urgent"]))
    return Claimed(
        id=found["id"],
        attempts=found["attempts"],
        kind=found["kind"],
        address=found["address"],
        address_id=found["address_id"],
        notice=found["notice"],
        record=found["record_id"],
        urgent=bool(found["urgent"]),
        exercise=bool(found["exercise"]),
        created_at=found["created_at"],
        needless=_needless(found) or ("" if leaves else "不再接收这类通知"),
        leaves=leaves or at,
    )


def _needless(found: Row) -> str:
    if found["removed_at"] is not None:
        return "这个地址已撤下"
    if found["left_at"] is not None or not found["signed_in"]:
        return "人已离岗或已退出登录"
    # A group may still need to know what one of them has read.
    return "本人已在站内看过" if found["unit"] is None and found["read_at"] is not None else ""


async def _failed(claimed: Claimed, fault: Undelivered) -> None:
    at = now()
    due = (
        None if fault.for_good else next_try(claimed.attempts, claimed.created_at, at, urgent=claimed.urgent)
    )
    if fault.gone:
        await rows(
            "UPDATE notice_addresses SET removed_at = ? WHERE id = ? AND removed_at IS NULL",
            at,
            claimed.address_id,
        )
    if due is None:
        await _end(claimed, "failed", fault.words)
    else:
        await execute(_AGAIN, fault.words[:120], due, claimed.id, claimed.attempts)


async def _end(claimed: Claimed, state: str, words: str) -> None:
    await execute(_END, state, words[:120], now(), claimed.id, claimed.attempts)
