"""What other rooms may know of a finding; its patrol decides who sees it and whether it is open."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from backend.field.findings.queries.visible import find, find_among
from backend.field.findings.rules.finding import Finding
from backend.field.patrols.queries.audience import audience as audience_of_patrol
from backend.field.patrols.registration import hold as hold_patrol
from backend.field.patrols.registration import recount
from backend.field.patrols.rules.patrol import Patrol
from backend.foundation.people.identity import Person
from backend.foundation.records import Kind, NamedRecord, Record
from backend.foundation.records.audience import Audience
from backend.foundation.web.api import iso


async def visible(person: Person, finding_id: UUID) -> Record | None:
    """The finding as a subject of photos."""
    return next(iter(await visible_among(person, [finding_id])), None)


async def visible_among(person: Person, finding_ids: Collection[UUID]) -> list[Record]:
    """Of several those that `visible` would show."""
    return [_record(*found) for found in await find_among(person, finding_ids)]


def _record(finding: Finding, patrol: Patrol) -> Record:
    return Record(
        kind="finding",
        id=finding.id,
        title=finding.category,
        url=f"/patrols/{patrol.id}/findings/{finding.id}",
        township=patrol.township,
        open=patrol.open and finding.removed_at is None,
        chain=patrol.township,
        facts={
            "number": patrol.number or "",
            "address": finding.address,
            "patrol": str(patrol.id),
            "text": finding.facts,
            "position": finding.position,
            "found_at": iso(finding.found_at),
            "matter_code": finding.matter_code,
            "ongoing": finding.ongoing,
            "party": finding.party,
        },
        closed_at=patrol.filed_at or patrol.cancelled_at or finding.removed_at,
    )


async def changed(finding_id: UUID) -> None:
    """A photo came or went: the patrol counts anew."""
    finding = await find(finding_id)
    if finding is not None:
        await recount(finding.patrol)


async def hold(finding_id: UUID) -> None:
    """Keep its patrol from being filed until the transaction ends."""
    finding = await find(finding_id)
    if finding is not None:
        await hold_patrol(finding.patrol)


async def audience(finding_id: UUID) -> Audience | None:
    """Whoever sees its patrol."""
    finding = await find(finding_id)
    of_patrol = await audience_of_patrol(finding.patrol) if finding else None
    return replace(of_patrol, version=finding.version) if finding and of_patrol else None


async def within(finding_id: UUID) -> NamedRecord | None:
    """Its patrol."""
    finding = await find(finding_id)
    return ("patrol", finding.patrol) if finding else None


_BEGUN = (
    "SELECT id FROM findings WHERE removed_at IS NULL AND township = ? AND received_at >= ? AND received_at <= ? "
    "ORDER BY received_at, id LIMIT ?"
)
FINDINGS = Kind(
    "finding",
    "发现",
    visible,
    changed,
    hold,
    audience,
    reading="patrol.read",
    visible_among=visible_among,
    begun=_BEGUN,
    within=within,
)
