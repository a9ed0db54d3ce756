"""Changing a finding on an open patrol: fields given replace, null clears, different fields merge."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import msgspec

from backend.field.findings.bodies import FindingChange
from backend.field.findings.commands.acting import change_on
from backend.field.findings.commands.judging import BEARS_ON_POWER, judge, judge_matter
from backend.field.findings.commands.writing import count, indexed, noted, write
from backend.field.findings.rules.content import coherent
from backend.field.findings.rules.finding import CHANGEABLE, Finding
from backend.field.patrols.queries.visible import Muster
from backend.field.patrols.rules import times
from backend.field.patrols.rules.patrol import names_of
from backend.field.patrols.sentences import changed_words
from backend.foundation.database import batch
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, field_versions, merge
from backend.foundation.positions import whole
from backend.foundation.refusals import Refusal

_TEXTS = frozenset({"matter_code", "address", "far_reason"})


async def change(sender: Sender, patrol_id: UUID, finding_id: UUID, body: FindingChange) -> Received:
    """PATCH. Refuses `changed_elsewhere` with the current values, `filed`, `gone` and what PUT refuses.

    Without `base` the last write wins and the finding is marked `overwritten`.
    """
    given = given_fields(body)
    times.happened(sender, {"found_at": given.get("found_at")})

    async def work(muster: Muster, finding: Finding) -> Entry | None:
        if finding.removed_at is not None:
            raise Refusal("gone")
        merged = merge(finding.values(), field_versions(finding), finding.version, given, body.base)
        if not merged.changes:
            return None
        changes = await _judged(sender, muster, finding, merged.changes)
        written = await write(finding, changes, overwritten=finding.overwritten or merged.overwrote)
        await batch([indexed(written)])
        await count(muster.patrol, finding.nothing_found - written.nothing_found)
        payload = replace(merged, changes=changes).told(finding.values(), body.base)
        return noted(sender, written, "finding.changed", payload, body.made_at)

    return await change_on(
        sender,
        patrol_id,
        finding_id,
        body,
        work,
        noun="change",
        late=lambda muster: f"更正：{changed_words(given, names_of(muster.crew))}",
        said=body.made_at,
    )


def given_fields(body: FindingChange) -> dict[str, Any]:
    """The fields the caller named, as Finding.values() shows them."""
    given: dict[str, Any] = {}
    for name in CHANGEABLE:
        value = getattr(body, name)
        if value is msgspec.UNSET:
            continue
        given[name] = _plain(name, value)
    if body.position is not msgspec.UNSET:
        whole(body.position)
    return given


async def _judged(
    sender: Sender, muster: Muster, finding: Finding, changes: dict[str, Any]
) -> dict[str, Any]:
    """The changes, with those who acted where the handling now takes two officers."""
    after = finding.values() | changes
    if "matter_code" in changes:
        await judge_matter(sender, muster.patrol, after)
    if not BEARS_ON_POWER & changes.keys():
        coherent(after)
        return changes
    if "acting" not in changes:
        after["acting"] = []  # the old pair may not have been there at the new moment
    acting = await judge(sender, muster, after)
    return changes if acting == finding.acted else changes | {"acting": acting}


def _plain(name: str, value: Any) -> Any:
    if name in _TEXTS:
        return value or ""
    if name == "acting":
        return sorted(set(value or []))
    if name == "position":
        return msgspec.structs.asdict(value)
    return _party(value) if name == "party" else value


def _party(value: Any) -> dict[str, Any] | None:
    said = {name: part or None for name, part in msgspec.structs.asdict(value).items()} if value else {}
    return said if any(said.values()) else None
