"""The findings of a patrol as its page lists them; the caller has made sure that the patrol may be seen."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from backend.field.patrols.rules.dispositions import DISPOSITIONS
from backend.field.patrols.rules.power import EXERCISES_POWER
from backend.foundation.database import batch
from backend.foundation.outbox import TRUSTED_OFFSET, is_trusted
from backend.foundation.web.words import zh_arrival, zh_time

MOST = 200
_HUNG = (
    "h.subject_id = f.id AND h.subject_kind = 'finding' AND h.township = f.township AND h.removed_at IS NULL"
)
# Its place on its patrol: when it was found; where the clock that said so is not to be trusted, when it came. Numbers go by arrival.
COUNTED_AT = (
    f"CASE WHEN ABS(COALESCE(clock_offset_s, 0)) <= {TRUSTED_OFFSET.total_seconds():.0f} THEN found_at "
    "ELSE received_at END"
)
_BEFORE = (
    f"({COUNTED_AT}, number) < (SELECT {COUNTED_AT}, number FROM findings WHERE patrol = ? AND number = ?)"
)
_CARDS = (
    "SELECT f.id, f.number, f.category, f.nothing_found, f.found_at, f.made_at, f.received_at, f.clock_offset_s, f.address, f.facts, "
    f"f.disposition, f.ongoing, f.late, f.recheck_on, (SELECT COUNT(*) FROM photos h WHERE {_HUNG}) AS photos, "
    f"(SELECT h.id FROM photos h WHERE {_HUNG} AND h.content_at IS NOT NULL AND h.renditions <> 'failed' "
    "ORDER BY h.taken_at LIMIT 1) AS first_photo "
    f"FROM findings f WHERE f.patrol = ? AND f.removed_at IS NULL{{before}} ORDER BY {COUNTED_AT} DESC, f.number DESC LIMIT ?"
)
_COUNT = "SELECT COUNT(*) AS found FROM findings WHERE patrol = ? AND removed_at IS NULL{before}"


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
    """The last 200, or those before the one numbered `before`: a day's sweep may note thousands, and the page has to stay quick."""
    narrowed, args = ("", []) if before is None else (f" AND {_BEFORE}", [patrol_id, before])
    found, counted = await batch(
        [
            (_CARDS.format(before=narrowed), [patrol_id, *args, MOST]),
            (_COUNT.format(before=narrowed), [patrol_id, *args]),
        ]
    )
    return FindingList([_card(each) for each in found], counted[0]["found"] - len(found))


def _card(found: dict[str, Any]) -> FindingCard:
    nothing, trusted = bool(found["nothing_found"]), is_trusted(found["clock_offset_s"])
    disposition = found["disposition"]
    when = zh_time(found["found_at"] if trusted else found["received_at"])
    arrived = zh_arrival(found["received_at"], found["made_at"]) if trusted else ""
    return FindingCard(
        found["id"],
        found["number"],
        "未发现问题" if nothing else found["category"],
        " · ".join(filter(None, (when, found["address"], arrived))),
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
