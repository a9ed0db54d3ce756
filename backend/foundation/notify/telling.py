"""Telling people something, within the command that makes it true: rows now, the ways out after the commit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

from backend.foundation.database import after_commit, batch
from backend.foundation.database.access import Row, Statement
from backend.foundation.notify.queue import wake
from backend.foundation.notify.rules.choosing import Wish, leaves_at, wish_from
from backend.foundation.notify.rules.topics import TOPICS
from backend.foundation.now import now

_NOTICE = (
    "INSERT INTO notices (id, officer, topic, record_kind, record_id, title, words, urgent, exercise, created_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_DELIVERY = (
    "INSERT INTO notice_deliveries (id, notice, address, urgent, state, attempts, next_at, failure, created_at) "
    "VALUES (?, ?, ?, ?, 'waiting', 0, ?, '', ?)"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number somebody put on a list of the unit's: whose it is, with or without an account here."""

    id: UUID
    unit: UUID
    name: str
    phone: str


async def tell(
    people: Iterable[UUID],
    *,
    topic: str,
    about: tuple[str, UUID],
    title: str,
    words: str = "",
    urgent: bool = False,
    exercise: bool = False,
    groups: Iterable[UUID] = (),
    numbers: Iterable[Number] = (),
) -> list[Number]:
    """Put it into the inbox of each of `people`, and out to where they and the `groups` (units) want to be reached.

    `about` is the record's kind and id. `urgent` goes at any hour. Those who have left are told nothing. Inside the open
    transaction: what is rolled back was never said. `numbers` get a short message along with the people, by the first one's
    notice; those it is on its way to are given back, none where nobody was told.
    """
    if topic not in TOPICS:
        raise KeyError(topic)
    at, wanted = now(), list(dict.fromkeys(people))
    if not wanted:
        return []
    reached, addresses, wishes = await batch(_asked(wanted, list(dict.fromkeys(groups))))
    notices = {found["id"]: uuid4() for found in reached}
    if not notices:
        return []
    await batch(
        (_NOTICE, (notice, officer, topic, *about, title[:80], words[:300], urgent, exercise, at))
        for officer, notice in notices.items()
    )
    wished = {found["owner"]: wish_from(found) for found in wishes}
    await batch(_deliveries(notices, addresses, wished, topic, at, urgent=urgent))
    sent = list(numbers)
    await batch(_to_numbers(sent, next(iter(notices.values())), at, urgent=urgent))
    after_commit(wake)
    return sent


_NUMBER = (
    "INSERT INTO notice_addresses (id, unit, kind, name, address, created_by, created_at) VALUES (?, ?, 'phone', ?, ?, ?, ?) "
    "ON CONFLICT (id) DO NOTHING"
)
_ADDRESSES = (
    "SELECT id, officer, unit FROM notice_addresses "
    "WHERE removed_at IS NULL AND kind <> 'phone' AND (officer IN ({people}){groups}) ORDER BY created_at, id"
)


def _asked(people: list[UUID], groups: list[UUID]) -> list[Statement]:
    own, theirs = ", ".join("?" * len(people)), ", ".join("?" * len([*people, *groups]))
    of_groups = f" OR unit IN ({', '.join('?' * len(groups))})" if groups else ""
    return [
        (f"SELECT id FROM officers WHERE id IN ({own}) AND left_at IS NULL ORDER BY id", people),
        (_ADDRESSES.format(people=own, groups=of_groups), [*people, *groups]),
        (
            f"SELECT owner, quiet_from, quiet_until, muted FROM notice_wishes WHERE owner IN ({theirs})",
            [*people, *groups],
        ),
    ]


def _deliveries(
    notices: dict[UUID, UUID],
    addresses: list[Row],
    wished: dict[UUID, Wish],
    topic: str,
    at: datetime,
    *,
    urgent: bool,
) -> Iterable[tuple[str, tuple[Any, ...]]]:
    """A person's addresses carry their own notice; a group hears of it once, by the first one's."""
    first = next(iter(notices.values()))
    for found in addresses:
        owner = found["officer"] or found["unit"]
        notice = notices.get(owner) if found["officer"] else first
        leaves = leaves_at(wished.get(owner, Wish()), topic, at, urgent=urgent)
        if notice is not None and leaves is not None:
            yield _DELIVERY, (uuid4(), notice, found["id"], urgent, leaves, at)


def _to_numbers(
    numbers: Iterable[Number], notice: UUID, at: datetime, *, urgent: bool
) -> Iterable[tuple[str, tuple[Any, ...]]]:
    """A number is an address of its own for as long as it is the same number."""
    for number in numbers:
        address = uuid5(number.id, number.phone)
        yield _NUMBER, (address, number.unit, number.name[:40], number.phone, number.id, at)
        yield _DELIVERY, (uuid4(), notice, address, urgent, at, at)
