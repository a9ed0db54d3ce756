"""All versions of a matter: what was, what is, what will be."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from backend.foundation.database import row, rows
from backend.office.matters.queries.rows import content_from
from backend.office.matters.rules.matter import Content, Paper
from backend.office.matters.rules.versions import Last


@dataclass(frozen=True, slots=True)
class Version:
    """One version. `ends_at`: when the next one takes its place; a withdrawn one never began."""

    number: int
    effective_on: date
    starts_at: datetime
    content: Content
    paper: Paper
    reason: str
    proposed_by: str
    recorded_at: datetime
    recorded_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str
    withdrawn_why: str
    ends_at: datetime | None = None

    def in_force(self, at: datetime) -> bool:
        begun = self.withdrawn_at is None and self.starts_at <= at
        return begun and (self.ends_at is None or at < self.ends_at)


_VERSIONS = (
    "SELECT v.*, o.name AS recorder, w.name AS withdrawer, b.name AS proposer FROM matter_versions v "
    "LEFT JOIN officers o ON o.id = v.recorded_by LEFT JOIN officers w ON w.id = v.withdrawn_by "
    "LEFT JOIN matter_proposals r ON r.id = v.proposal LEFT JOIN units b ON b.id = r.body "
    "WHERE v.matter = ? ORDER BY v.number DESC"
)
_LAST = (
    "SELECT v.* FROM matter_versions v WHERE v.withdrawn_at IS NULL AND {which} AND NOT EXISTS (SELECT 1 FROM "
    "matter_versions n WHERE n.matter = v.matter AND n.number > v.number AND n.withdrawn_at IS NULL)"
)


async def versions_of(matter: UUID) -> list[Version]:
    """The newest first."""
    versions: list[Version] = []
    ends_at: datetime | None = None
    for found in await rows(_VERSIONS, matter):
        version = _version(found, ends_at)
        versions.append(version)
        if version.withdrawn_at is None:
            ends_at = version.starts_at
    return versions


async def last_version(matter: UUID) -> Last | None:
    """The newest that stands, in force or still to begin."""
    found = await row(_LAST.format(which="v.matter = ?"), matter)
    return _last(found) if found else None


async def last_versions(township: UUID) -> dict[UUID, Last]:
    """Matter → its newest standing version, for the whole list."""
    return {
        found["matter"]: _last(found) for found in await rows(_LAST.format(which="v.township = ?"), township)
    }


async def highest_numbers(township: UUID) -> dict[UUID, int]:
    """Matter → the highest number given so far, withdrawn versions included."""
    sql = "SELECT matter, MAX(number) AS highest FROM matter_versions WHERE township = ? GROUP BY matter"
    return {entry["matter"]: entry["highest"] for entry in await rows(sql, township)}


def _last(found: dict[str, Any]) -> Last:
    return Last(
        found["number"], found["effective_on"], found["starts_at"], content_from(found), paper_from(found)
    )


def paper_from(found: dict[str, Any]) -> Paper:
    return Paper(found["paper_title"], found["paper_number"], found["paper_on"])


def _version(found: dict[str, Any], ends_at: datetime | None) -> Version:
    return Version(
        number=found["number"],
        effective_on=found["effective_on"],
        starts_at=found["starts_at"],
        content=content_from(found),
        paper=paper_from(found),
        reason=found["reason"],
        proposed_by=found["proposer"] or "",
        recorded_at=found["recorded_at"],
        recorded_by=found["recorder"] or "系统",
        withdrawn_at=found["withdrawn_at"],
        withdrawn_by=found["withdrawer"] or "",
        withdrawn_why=found["withdrawn_why"],
        ends_at=ends_at,
    )
