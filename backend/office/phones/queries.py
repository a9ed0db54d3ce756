"""Whose phones somebody sees: the township's, or those of their own unit."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from backend.foundation.database import Dialogue, rows
from backend.foundation.outbox import is_trusted
from backend.foundation.people.identity import Person

# Leaders and whoever watches the line see the whole township; a captain and a chief their own people.
WHOLE_TOWNSHIP = frozenset({"leader", "mayor", "dispatcher"})
# What nobody has heard of for so long is a phone that was changed for another.
REMEMBERED = timedelta(days=30)
SCARCE = 200 * 2**20  # bytes; the phone itself says so from there on (static/js/outbox/room-words.js)

_SEEN = (
    "FROM phones p JOIN officers o ON o.id = p.officer JOIN units u ON u.id = o.unit "
    "WHERE {whose} AND o.left_at IS NULL AND (p.reported_at > ? OR p.waiting > 0)"
)
_COLUMNS = (
    "p.id, o.id AS officer_id, o.name AS officer, u.name AS unit, p.name, p.waiting, p.photos, p.refused, p.oldest_at, p.room_bytes, p.persisted, "
    "p.clock_offset_s, p.reported_at"
)


@dataclass(frozen=True, slots=True)
class Phone:
    """One device of one officer, as it told last."""

    id: UUID
    officer_id: UUID
    officer: str
    unit: str
    name: str
    waiting: int
    photos: int
    refused: int
    oldest_at: datetime | None
    room_bytes: int | None
    persisted: bool
    clock_offset_s: float | None
    reported_at: datetime

    @property
    def is_nearly_full(self) -> bool:
        return self.room_bytes is not None and self.room_bytes <= SCARCE

    @property
    def is_clock_wrong(self) -> bool:
        return not is_trusted(self.clock_offset_s)


@dataclass(frozen=True, slots=True)
class Unsent:
    """What is still on phones: how much of it, of how many people."""

    envelopes: int
    people: int


async def phones_of(person: Person, at: datetime) -> list[Phone]:
    """What waits longest stands first, then what was heard of last."""
    whose, of = _whose(person)
    found = await rows(
        f"SELECT {_COLUMNS} {_SEEN.format(whose=whose)} "
        "ORDER BY CASE WHEN p.waiting > 0 THEN 0 ELSE 1 END, p.oldest_at, p.reported_at DESC, p.id",
        of,
        at - REMEMBERED,
    )
    return [Phone(**{**phone, "persisted": bool(phone["persisted"])}) for phone in found]


def unsent_by_officer(phones: Iterable[Phone]) -> list[tuple[str, int]]:
    """Whose name and how much, most first: the devices of one officer added together, two who share a name apart."""
    names, waiting = dict[UUID, str](), Counter[UUID]()
    for phone in phones:
        if phone.waiting:
            names[phone.officer_id] = phone.officer
            waiting[phone.officer_id] += phone.waiting
    return [(names[officer], count) for officer, count in waiting.most_common()]


def unsent(person: Person, at: datetime) -> Dialogue[Unsent]:
    """The two figures of the leader's first page."""
    whose, of = _whose(person)
    [found] = yield (
        (
            "SELECT COALESCE(sum(p.waiting), 0) AS envelopes, count(DISTINCT o.id) AS people "
            f"{_SEEN.format(whose=whose)} AND p.waiting > 0"
        ),
        [of, at - REMEMBERED],
    )
    return Unsent(int(found["envelopes"]), found["people"])


def _whose(person: Person) -> tuple[str, UUID]:
    if person.township_id and not person.roles.isdisjoint(WHOLE_TOWNSHIP):
        return "u.township = ?", person.township_id
    return "o.unit = ?", person.unit_id
