"""What kinds of record exist and who may see one; rooms register, the foundation asks."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.foundation.database import batch, turns
from backend.foundation.database.access import Statement
from backend.foundation.people.identity import Person
from backend.foundation.records.audience import Audience


@dataclass(frozen=True)
class Record:
    """One record as other rooms need to know it: where it stands and whether it still takes changes.

    `photos_seen`: whether this person sees what hangs on it, or only the record.
    `closed_at` is when it stopped taking them: what was made before and arrives later is kept and marked late.
    `facts` may hold what is written on copies of its photos: `number`, `address`; and what another record begins with that
    comes from it: `text`, `position` and `found_at` as the wire shows them, `matter_code`, `ongoing`, `party`, `exercise`
    where it is a drill, `finding` (its id) where it arose from one.
    """

    kind: str
    id: UUID
    title: str
    url: str
    township: UUID | None
    open: bool
    chain: UUID
    facts: dict[str, Any]
    closed_at: datetime | None = None
    photos_seen: bool = True

    def as_json(self) -> dict[str, str]:
        """As the wire names it on another record."""
        return {"kind": self.kind, "id": str(self.id), "title": self.title, "url": self.url}


async def _keeps_nothing(_: UUID) -> None:
    """Nothing is kept about what hangs on it: it is counted when somebody looks."""


async def _stands(_: UUID) -> None:
    """Nothing closes a record of this kind."""


async def _nobody(_: UUID) -> None:
    """Nobody hears of it."""


async def _alone(_: UUID) -> None:
    """It is part of no other record."""


NamedRecord = tuple[str, UUID]
Gather = Callable[[UUID], Awaitable[Audience | None]]
Whole = Callable[[UUID], Awaitable[NamedRecord | None]]
Among = Callable[[Person, Collection[UUID]], Awaitable[list[Record]]]


@dataclass(frozen=True)
class Circle:
    """Whom news of a kind of record concern; of those, only who may do `reading` hears them. `within`: the record it is a
    part of, whose page shows it too. `shown_on`: others whose pages show it, also to people who do not see it itself."""

    audience: Gather
    reading: str
    within: Whole = _alone
    shown_on: Callable[[UUID], Awaitable[list[NamedRecord]]] | None = None


@dataclass(frozen=True)
class Kind:
    """A kind of record. `visible` answers None to a stranger; `changed` is told when something is hung on it, for kinds
    that keep a count of that; `hold` keeps others from changing or closing it until the transaction ends. `audience`
    names whom `visible` lets in, without being told who asks; of those, only who may do `reading` hears of it, as only
    they are let to its pages. `audience_of_photos`: where fewer see what hangs on it. `visible_among`: of many at once
    those that `visible` would show, for kinds that are asked for by many (limits run on them, they follow from another
    record); None: one by one. `begun`: the statement that finds those that came about in a township from one moment to
    another, oldest first, as many as are asked for; for kinds that may follow from another record. `within`: as of a
    Circle. `carrying`: the statement that finds those that show a photo of another record. `account`: what happened, in
    words, for a paper that begins with it; None where `text` of its facts says it all.
    """

    name: str
    words: str
    visible: Callable[[Person, UUID], Awaitable[Record | None]]
    changed: Callable[[UUID], Awaitable[None]] = _keeps_nothing
    hold: Callable[[UUID], Awaitable[None]] = _stands
    audience: Gather = _nobody
    reading: str = "self.use"
    audience_of_photos: Gather | None = None
    visible_among: Among | None = None
    begun: str = ""
    within: Whole = _alone
    carrying: Callable[[UUID], Statement] | None = None
    account: Callable[[Person, UUID], Awaitable[str]] | None = None


_kinds: dict[str, Kind] = {}
_circles: dict[str, Circle] = {}


def register(kind: Kind) -> None:
    _kinds[kind.name] = kind
    _circles[kind.name] = Circle(kind.audience, kind.reading, kind.within)


def register_circle(name: str, circle: Circle) -> None:
    """For what is no record others may ask about, and is heard of all the same."""
    _circles[name] = circle


def kinds() -> frozenset[str]:
    return frozenset(_kinds)


def circle_of(name: str) -> Circle | None:
    """Who hears of records of that kind; None where nobody ever does."""
    return _circles.get(name)


async def around(kind: str, record_id: UUID) -> list[NamedRecord]:
    """The records it is a part of, the nearest first."""
    found: list[NamedRecord] = []
    whole = await _circles[kind].within(record_id) if kind in _circles else None
    while whole is not None:
        found.append(whole)
        circle = _circles.get(whole[0])
        whole = await circle.within(whole[1]) if circle else None
    return found


async def carrying(photo_id: UUID) -> list[NamedRecord]:
    """The records that show a photo which hangs on another one."""
    asked = [(kind.name, kind.carrying) for kind in _kinds.values() if kind.carrying is not None]
    answers = await batch(statement(photo_id) for _, statement in asked)
    return [(kind, entry["id"]) for (kind, _), found in zip(asked, answers, strict=True) for entry in found]


async def audience_of_photos(kind: str, record_id: UUID) -> Audience | None:
    """Who sees the photos that hang on this record."""
    found = _kinds.get(kind)
    return await (found.audience_of_photos or found.audience)(record_id) if found else None


async def visible_record(person: Person, kind: str, record_id: UUID) -> Record | None:
    """The record if it exists and `person` may see it, else None."""
    found = _kinds.get(kind)
    return await found.visible(person, record_id) if found else None


async def visible_among(person: Person, kind: str, record_ids: Collection[UUID]) -> list[Record]:
    """Those of them that `person` may see, asked for together."""
    found = _kinds.get(kind)
    if found is None or not record_ids:
        return []
    if found.visible_among is not None:
        return await found.visible_among(person, record_ids)
    seen = [await found.visible(person, record_id) for record_id in record_ids]
    return [record for record in seen if record is not None]


async def visible_records(person: Person, named: Sequence[tuple[str, UUID]]) -> list[Record]:
    """The same of several kinds, each kind asked once, in the order they were named."""
    ids: dict[str, list[UUID]] = {}
    for kind, record_id in named:
        ids.setdefault(kind, []).append(record_id)
    seen = {(kind, each.id): each for kind in ids for each in await visible_among(person, kind, ids[kind])}
    return [seen[name] for name in named if name in seen]


async def account_of(person: Person, record: Record) -> str:
    """What happened, in words, for a paper that begins with a record this person sees."""
    account = _kinds[record.kind].account
    return await account(person, record.id) if account else str(record.facts.get("text") or "")


async def begun_in(township: UUID, since: datetime, until: datetime, most: int) -> list[tuple[str, UUID]]:
    """Kind and id of what came about there in that span, of each kind the oldest `most`; whoever may see it."""
    asked = [kind for kind in _kinds.values() if kind.begun]
    answers = await batch((kind.begun, [township, since, until, most]) for kind in asked)
    return [(kind.name, entry["id"]) for kind, found in zip(asked, answers, strict=True) for entry in found]


async def hold(kind: str, record_id: UUID) -> None:
    """Let the record stand as it is until the transaction ends, and whoever writes it down right now be through."""
    await batch(turns(record_id))
    if kind in _kinds:
        await _kinds[kind].hold(record_id)


async def tell_changed(kind: str, record_id: UUID) -> None:
    """Let the record's own room recount what it keeps about things hung on it (photos)."""
    if kind in _kinds:
        await _kinds[kind].changed(record_id)
