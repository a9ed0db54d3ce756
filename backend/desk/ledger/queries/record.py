"""One patrol as the ledger opens it beside the list."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.casework.handoffs.queries.thread import Thread, threads_of
from backend.field.assists.queries.chain import Chain, chains_of
from backend.field.patrols.cards import Card, UnitOnPatrol, by_unit, card
from backend.field.patrols.queries.findings import FindingCard, finding_list
from backend.field.patrols.queries.sheet import Sheet, sheet
from backend.field.patrols.showing import clock_json
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import photos_of
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Opened:
    """The record with its last findings and how many came before them, photos and handoffs by finding, and what a reader should know
    before believing it."""

    sheet: Sheet
    card: Card
    units: list[UnitOnPatrol]
    findings: list[FindingCard]
    earlier_findings: int
    photos: dict[UUID, list[Photo]]
    handoffs: dict[UUID, list[Thread]]
    own_photos: list[Photo]
    chains: list[Chain]
    doubts: list[str]


async def opened(person: Person, patrol_id: UUID, now: datetime) -> Opened:
    """Refuses `not_found` to a stranger."""
    found = await sheet(person, patrol_id, now)
    patrol = found.patrol
    listed = await finding_list(patrol_id)
    findings = listed.cards[::-1]
    photos = await photos_of("finding", [each.id for each in findings], patrol.township)
    own = await photos_of("patrol", [patrol_id], patrol.township)
    return Opened(
        found,
        card(patrol, found.settings, now),
        by_unit(found.crew),
        findings,
        listed.earlier,
        photos,
        await threads_of(person, [each.id for each in findings]),
        own.get(patrol_id, []),
        await chains_of(patrol_id),
        _doubts(found),
    )


@dataclass(frozen=True, slots=True)
class Pictured:
    """One photo of a record with its neighbours in the order they are shown."""

    photo: Photo
    number: int
    total: int
    before: UUID | None
    after: UUID | None


async def pictured(person: Person, patrol_id: UUID, photo_id: UUID, now: datetime) -> Pictured:
    """Refuses `not_found` where the photo does not hang on this record."""
    record = await opened(person, patrol_id, now)
    photos = [photo for each in record.findings for photo in record.photos[each.id]] + record.own_photos
    ids = [photo.id for photo in photos]
    if photo_id not in ids:
        raise Refusal("not_found")
    at = ids.index(photo_id)
    return Pictured(
        photos[at], at + 1, len(ids), ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None
    )


def _doubts(found: Sheet) -> list[str]:
    patrol = found.patrol
    doubts = {
        "有人同时在另一次巡查里": patrol.overlapping,
        "改动时没有看到别人的改动": patrol.overwritten,
        "手机时钟不准，按收到的时间排": not clock_json(patrol.clock_offset_s)["trusted"],
        "备案后又有补记": patrol.review == "amended",
    }
    return [words for words, true in doubts.items() if true]
