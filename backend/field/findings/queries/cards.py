"""The findings of a patrol as its page lists them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from backend.field.findings.rules.dispositions import DISPOSITIONS
from backend.foundation.database import rows
from backend.foundation.web.words import zh_time

SHARP = frozenset({"ordered", "summary_penalty", "case"})

_CARDS = (
    "SELECT f.id, f.number, f.category, f.nothing_found, f.found_at, f.address, f.facts, f.disposition, f.ongoing, "
    "f.late, f.recheck_on, f.position_source, "
    "(SELECT COUNT(*) FROM photos h WHERE h.subject_id = f.id AND h.removed_at IS NULL) AS photos, "
    "(SELECT h.id FROM photos h WHERE h.subject_id = f.id AND h.removed_at IS NULL AND h.content_at IS NOT NULL "
    "ORDER BY h.taken_at LIMIT 1) AS first_photo "
    "FROM findings f WHERE f.patrol = ? AND f.removed_at IS NULL ORDER BY f.number"
)


@dataclass(frozen=True)
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
    recheck_on: date | None
    picture: str | None
    photos: int
    found_at: datetime


async def finding_cards(patrol_id: UUID) -> list[FindingCard]:
    """In the order of their numbers; the caller has made sure the patrol may be seen."""
    return [_card(found) for found in await rows(_CARDS, patrol_id)]


def _card(found: dict[str, Any]) -> FindingCard:
    nothing = bool(found["nothing_found"])
    picture = f"/api/v1/photos/{found['first_photo']}/content?variant=thumb" if found["first_photo"] else None
    return FindingCard(
        found["id"],
        found["number"],
        "未发现问题" if nothing else found["category"],
        " · ".join(filter(None, (zh_time(found["found_at"]), found["address"]))),
        found["facts"],
        "未发现问题" if nothing else DISPOSITIONS[found["disposition"]],
        "done" if nothing else ("brand" if found["disposition"] in SHARP else ""),
        bool(found["ongoing"]),
        bool(found["late"]),
        found["recheck_on"],
        picture,
        found["photos"],
        found["found_at"],
    )
