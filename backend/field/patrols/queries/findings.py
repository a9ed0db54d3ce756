"""The findings of a patrol as its page lists them; the caller has made sure that the patrol may be seen."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from backend.field.patrols.rules.dispositions import DISPOSITIONS
from backend.field.patrols.rules.power import EXERCISES_POWER
from backend.foundation.database import batch
from backend.foundation.outbox import is_trusted
from backend.foundation.web.words import zh_time

MOST = 200
_HUNG = (
    "h.subject_id = f.id AND h.subject_kind = 'finding' AND h.township = f.township AND h.removed_at IS NULL"
)
_CARDS = (
    "SELECT f.id, f.number, f.category, f.nothing_found, f.found_at, f.received_at, f.clock_offset_s, f.address, f.facts, "
    f"f.disposition, f.ongoing, f.late, f.recheck_on, (SELECT COUNT(*) FROM photos h WHERE {_HUNG}) AS photos, "
    f"(SELECT h.id FROM photos h WHERE {_HUNG} AND h.content_at IS NOT NULL AND h.renditions <> 'failed' "
    "ORDER BY h.taken_at LIMIT 1) AS first_photo "
    "FROM findings f WHERE f.patrol = ? AND f.removed_at IS NULL AND f.number < ? ORDER BY f.number DESC LIMIT ?"
)
_COUNT = "SELECT COUNT(*) AS found FROM findings WHERE patrol = ? AND removed_at IS NULL AND number < ?"
_BEYOND = 2_000_000_000


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One row; `picture` is the address of its first photo's thumbnail."""

    id: UUID
    number: int
    title: str
    meta: str
    facts: str
    disposition: str
    tag: str
    ongoing: bool
    late: bool
    clock_wrong: bool
    recheck_on: date | None
    picture: str | None
    photos: int


@dataclass(frozen=True, slots=True)
class FindingList:
    """Cards, the newest first, and how many lie before the oldest of them."""

    cards: list[FindingCard]
    earlier: int

    @property
    def total(self) -> int:
        return len(self.cards) + self.earlier


async def finding_list(patrol_id: UUID, before: int | None = None) -> FindingList:
    """The last 200 numbered below `before`: a day's sweep may note thousands, and the page has to stay quick."""
    below = _BEYOND if before is None else before
    found, counted = await batch([(_CARDS, [patrol_id, below, MOST]), (_COUNT, [patrol_id, below])])
    return FindingList([_card(each) for each in found], counted[0]["found"] - len(found))


def _card(found: dict[str, Any]) -> FindingCard:
    nothing, trusted = bool(found["nothing_found"]), is_trusted(found["clock_offset_s"])
    disposition = found["disposition"]
    when = zh_time(found["found_at"] if trusted else found["received_at"])
    return FindingCard(
        found["id"],
        found["number"],
        "未发现问题" if nothing else found["category"],
        " · ".join(filter(None, (when, found["address"]))),
        found["facts"],
        "未发现问题" if nothing else DISPOSITIONS[disposition],
        "done" if nothing else ("brand" if disposition in EXERCISES_POWER else ""),
        bool(found["ongoing"]),
        bool(found["late"]),
        not trusted,
        found["recheck_on"],
        f"/api/v1/photos/{found['first_photo']}/content?variant=thumb" if found["first_photo"] else None,
        found["photos"],
    )
