"""Reading notices: each person their own inbox; the dispatcher what became of what was sent out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.foundation.database import row, rows
from backend.foundation.database.access import Row, Statement
from backend.foundation.notify.owner import Owner
from backend.foundation.notify.rules.addresses import KINDS, masked
from backend.foundation.notify.rules.choosing import Wish, wish_from
from backend.foundation.notify.rules.topics import TOPICS
from backend.foundation.people.identity import Person

PAGE = 50
_NOTICE = "id, officer, topic, record_kind, record_id, title, words, urgent, exercise, created_at, read_at"
_OF_TOWNSHIP = "(o.unit IN (SELECT id FROM units WHERE township = ?) OR o.unit = ?)"


@dataclass(frozen=True)
class Told:
    """One line of an inbox."""

    id: UUID
    topic: str
    record_kind: str
    record_id: UUID
    title: str
    words: str
    urgent: bool
    exercise: bool
    created_at: datetime
    read_at: datetime | None

    @property
    def topic_name(self) -> str:
        return TOPICS.get(self.topic, self.topic)


@dataclass(frozen=True)
class Address:
    """Where somebody is reached, as it may be shown."""

    id: UUID
    kind: str
    name: str
    shown: str
    session: str

    @property
    def kind_name(self) -> str:
        return KINDS[self.kind]


@dataclass(frozen=True)
class Tried:
    """What became of one message on its way out. `to`: the person or unit."""

    id: UUID
    to: str
    kind: str
    topic: str
    urgent: bool
    exercise: bool
    state: str
    attempts: int
    failure: str
    next_at: datetime
    created_at: datetime
    ended_at: datetime | None

    @property
    def kind_name(self) -> str:
        return KINDS[self.kind]

    @property
    def topic_name(self) -> str:
        return TOPICS.get(self.topic, self.topic)


_UNREAD = "SELECT COUNT(*) AS unread FROM notices WHERE officer = ? AND read_at IS NULL"


def counting_unread(officer: UUID) -> Statement:
    """How many wait to be read, as `unread`."""
    return _UNREAD, [officer]


async def inbox(
    person: Person, before: tuple[datetime, UUID] | None = None, *, unread: bool = False
) -> list[Told]:
    """The person's own, the newest first, PAGE and one more of them."""
    where, args = ["officer = ?"], [person.id]
    if unread:
        where.append("read_at IS NULL")
    if before is not None:
        where.append("(created_at < ? OR (created_at = ? AND id < ?))")
    found = await rows(
        f"SELECT {_NOTICE} FROM notices WHERE {' AND '.join(where)} ORDER BY created_at DESC, id DESC LIMIT {PAGE + 1}",
        *args,
        *((before[0], before[0], before[1]) if before else ()),
    )
    return [_told(one) for one in found]


async def notice_of(notice: UUID) -> tuple[Told, UUID] | None:
    """A notice with whose it is; a group's link carries the first one's, so others may ask for it too."""
    found = await row(f"SELECT {_NOTICE} FROM notices WHERE id = ?", notice)
    return (_told(found), found["officer"]) if found else None


async def addresses_of(owner: Owner) -> list[Address]:
    """Those in use, the oldest first."""
    found = await rows(
        f"SELECT id, kind, name, address, session FROM notice_addresses WHERE {owner.kind} = ? AND kind <> 'phone' AND removed_at IS NULL "
        "ORDER BY created_at, id",
        owner.id,
    )
    return [
        Address(one["id"], one["kind"], one["name"], masked(one["kind"], one["address"]), one["session"])
        for one in found
    ]


async def wish_of(owner: UUID) -> Wish:
    found = await row("SELECT quiet_from, quiet_until, muted FROM notice_wishes WHERE owner = ?", owner)
    return wish_from(found) if found else Wish()


async def deliveries(
    person: Person, state: str = "", before: tuple[datetime, UUID] | None = None
) -> list[Tried]:
    """What was sent out to the people and groups of the person's township (or body), the newest first."""
    where = [f"({_OF_TOWNSHIP} OR g.township = ? OR g.id = ?)"]
    args: list[Any] = [person.township_id, person.unit_id] * 2
    if state:
        where.append("d.state = ?")
        args.append(state)
    if before is not None:
        where.append("(d.created_at < ? OR (d.created_at = ? AND d.id < ?))")
        args += [before[0], before[0], before[1]]
    found = await rows(
        "SELECT d.id, COALESCE(CASE WHEN a.kind = 'phone' THEN a.name END, g.name, o.name) AS told, a.kind, n.topic, d.urgent, n.exercise, d.state, d.attempts, "
        "d.failure, d.next_at, d.created_at, d.ended_at FROM notice_deliveries d JOIN notices n ON n.id = d.notice "
        "JOIN notice_addresses a ON a.id = d.address LEFT JOIN officers o ON o.id = a.officer "
        f"LEFT JOIN units g ON g.id = a.unit WHERE {' AND '.join(where)} "
        f"ORDER BY d.created_at DESC, d.id DESC LIMIT {PAGE + 1}",
        *args,
    )
    return [_tried(one) for one in found]


async def is_theirs(person: Person, delivery: UUID) -> bool:
    """Whether the delivery went to somebody of the person's township (or body)."""
    found = await row(
        "SELECT d.id FROM notice_deliveries d JOIN notice_addresses a ON a.id = d.address "
        "LEFT JOIN officers o ON o.id = a.officer LEFT JOIN units g ON g.id = a.unit "
        f"WHERE d.id = ? AND ({_OF_TOWNSHIP} OR g.township = ? OR g.id = ?)",
        delivery,
        *[person.township_id, person.unit_id] * 2,
    )
    return found is not None


def _told(found: Row) -> Told:
    return Told(
        **{name: found[name] for name in Told.__dataclass_fields__ if name not in ("urgent", "exercise")},
        urgent=bool(found["urgent"]),
        exercise=bool(found["exercise"]),
    )


def _tried(found: Row) -> Tried:
    return Tried(
        id=found["id"],
        to=found["told"],
        kind=found["kind"],
        topic=found["topic"],
        urgent=bool(found["urgent"]),
        exercise=bool(found["exercise"]),
        state=found["state"],
        attempts=found["attempts"],
        failure=found["failure"],
        next_at=found["next_at"],
        created_at=found["created_at"],
        ended_at=found["ended_at"],
    )
