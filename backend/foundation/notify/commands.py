"""What a person does about notices: read them, say where and when they want to be reached, try an address."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import ceil
from uuid import UUID, uuid4

import msgspec

from backend.foundation.database import after_commit, execute, row, rows, transaction
from backend.foundation.journal import record
from backend.foundation.notify.owner import Owner
from backend.foundation.notify.queue import wake
from backend.foundation.notify.rules.addresses import masked
from backend.foundation.notify.rules.choosing import Wish
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

MOST_ADDRESSES = 20
TRIAL_EVERY = timedelta(minutes=1)
MOST_TRIALS, TRIALS_WITHIN = 5, timedelta(minutes=10)
_TRIALS = (
    "SELECT n.officer, d.address, d.created_at FROM notice_deliveries d JOIN notices n ON n.id = d.notice "
    "WHERE d.created_at > ? AND n.topic = 'trial' AND (n.officer = ? OR d.address = ?) ORDER BY d.created_at DESC"
)


async def read_notice(by: Person, notice: UUID, at: datetime) -> None:
    """Mark one of the person's own notices as read; reading it again changes nothing."""
    await execute(
        "UPDATE notices SET read_at = ? WHERE id = ? AND officer = ? AND read_at IS NULL", at, notice, by.id
    )


async def read_all(by: Person, until: datetime, at: datetime) -> None:
    """Mark what had come `until` the page was drawn; what came since is still new."""
    await execute(
        "UPDATE notices SET read_at = ? WHERE officer = ? AND read_at IS NULL AND created_at <= ?",
        at,
        by.id,
        until,
    )


async def wish(owner: UUID, wanted: Wish, at: datetime) -> None:
    """Keep what a person, or a unit, wants outside the house."""
    await rows(
        "INSERT INTO notice_wishes (owner, quiet_from, quiet_until, muted, changed_at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (owner) DO UPDATE SET quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, "
        "muted = excluded.muted, changed_at = excluded.changed_at",
        owner,
        wanted.quiet_from,
        wanted.quiet_until,
        msgspec.json.encode(sorted(wanted.muted)).decode(),
        at,
    )


async def add_address(
    by: Person, owner: Owner, kind: str, address: str, at: datetime, *, name: str = ""
) -> None:
    """One more address of a person or of a unit's group; the same one again changes nothing. Refuses `addresses_full`."""
    async with transaction():
        if not await _stands(owner, kind, address):
            await _insert(by, owner, at, kind=kind, address=address, name=name)
            _noted(
                "unit.group_added",
                by,
                owner,
                {"channel": kind, "name": name, "address": masked(kind, address)},
            )


async def subscribe(by: Person, address: str, name: str, at: datetime) -> None:
    """Push to this browser from now on, as long as it is signed in; what it had before is replaced."""
    session = by.session_id or ""
    async with transaction():
        await rows(
            "UPDATE notice_addresses SET removed_at = ? WHERE officer = ? AND kind = 'push' AND session = ? "
            "AND removed_at IS NULL",
            at,
            by.id,
            session,
        )
        await _insert(
            by, Owner("officer", by.id), at, kind="push", address=address, name=name, session=session
        )


async def remove_address(by: Person, owner: Owner, address: UUID, at: datetime) -> None:
    """Refuses `not_found` for somebody else's; taken away twice is taken away."""
    async with transaction():
        written = await row(
            f"UPDATE notice_addresses SET removed_at = ? WHERE id = ? AND {owner.kind} = ? AND kind <> 'phone' AND removed_at IS NULL "
            "RETURNING kind, name, address",
            at,
            address,
            owner.id,
        )
        if written is not None:
            shown = masked(written["kind"], written["address"])
            told = {"channel": written["kind"], "name": written["name"], "address": shown}
            _noted("unit.group_removed", by, owner, told)
        elif not await rows(
            f"SELECT id FROM notice_addresses WHERE id = ? AND {owner.kind} = ? AND kind <> 'phone'",
            address,
            owner.id,
        ):
            raise Refusal("not_found")


async def try_address(by: Person, owners: Iterable[UUID], address: UUID, at: datetime) -> None:
    """Send one message there now; refuses `not_found` for another's, `too_many` where the last trial was just now."""
    found = await row(
        "SELECT id, officer, unit FROM notice_addresses WHERE id = ? AND kind <> 'phone' AND removed_at IS NULL",
        address,
    )
    if found is None or (found["officer"] or found["unit"]) not in set(owners):
        raise Refusal("not_found")
    await _in_pace(by, address, at)
    notice = uuid4()
    async with transaction():
        await rows(
            "INSERT INTO notices (id, officer, topic, record_kind, record_id, title, words, created_at) "
            "VALUES (?, ?, 'trial', 'address', ?, '试发一条通知', '收到外面的那一条，就说明这个渠道通了。', ?)",
            notice,
            by.id,
            address,
            at,
        )
        await rows(
            "INSERT INTO notice_deliveries (id, notice, address, state, next_at, created_at) VALUES (?, ?, ?, 'waiting', ?, ?)",
            uuid4(),
            notice,
            address,
            at,
            at,
        )
        after_commit(wake)


async def send_again(delivery: UUID, at: datetime) -> None:
    """Try one that was given up once more; one that waits is tried at once."""
    async with transaction():
        await execute(
            "UPDATE notice_deliveries SET state = 'waiting', next_at = ?, created_at = ?, attempts = 0, ended_at = NULL "
            "WHERE id = ? AND state IN ('waiting', 'failed')",
            at,
            at,
            delivery,
        )
        after_commit(wake)


async def _in_pace(by: Person, address: UUID, at: datetime) -> None:
    """Whoever it is, nobody's box is filled by trials: one a minute to each address, a few in a while by each person."""
    found = await rows(_TRIALS, at - TRIALS_WITHIN, by.id, address)
    there = [one["created_at"] + TRIAL_EVERY for one in found if one["address"] == address]
    own = [one["created_at"] + TRIALS_WITHIN for one in found if one["officer"] == by.id]
    free_at = max([at, *there[:1], *own[MOST_TRIALS - 1 : MOST_TRIALS]])
    if free_at > at:
        raise Refusal("too_many", extra={"retry_after": ceil((free_at - at).total_seconds())})


async def _stands(owner: Owner, kind: str, address: str) -> bool:
    found = await rows(
        f"SELECT kind, address FROM notice_addresses WHERE {owner.kind} = ? AND removed_at IS NULL AND kind NOT IN ('push', 'phone')",
        owner.id,
    )
    if any((one["kind"], one["address"]) == (kind, address) for one in found):
        return True
    if len(found) >= MOST_ADDRESSES:
        raise Refusal("addresses_full")
    return False


async def _insert(by: Person, owner: Owner, at: datetime, **given: str) -> None:
    """`given`: kind, address, name and, where it is bound to one, session."""
    await rows(
        f"INSERT INTO notice_addresses (id, {owner.kind}, kind, name, address, session, created_by, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        uuid4(),
        owner.id,
        given["kind"],
        given["name"][:40],
        given["address"],
        given.get("session", ""),
        by.id,
        at,
    )


def _noted(event: str, by: Person, owner: Owner, payload: dict[str, str]) -> None:
    """The journal notes what a unit is told by, without the address; a person's own is nobody else's business."""
    if owner.kind == "unit":
        record(event, chain=by.chain, record=("unit", owner.id), by=by.id, payload=payload)
