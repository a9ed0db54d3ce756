"""Changing a draft: fields given replace, null clears, different fields merge."""

from typing import Any
from uuid import UUID

import msgspec

from backend.casework.handoffs.bodies.drafting import HandoffChange
from backend.casework.handoffs.commands import judging, limits
from backend.casework.handoffs.commands.acting import Noun, act_on, writers
from backend.casework.handoffs.commands.writing import indexed, noted, write_fields
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import sender, states, stationed, times
from backend.casework.handoffs.rules.handoff import CHANGEABLE, Handoff
from backend.foundation.database import batch
from backend.foundation.journal import Entry
from backend.foundation.outbox import Merge, Received, Sender, field_versions, merge
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

_TEXTS = frozenset({"matter_code", "discovered_reason", "address"})
_STRUCTS = frozenset({"party", "delegated_by"})
# What the limit of a draft is counted by.
_MOVES_LIMIT = frozenset({"discovered_at", "urgent", "to_unit", "matter_code"})


async def _may(case: Case, person: Person) -> None:
    """The sender's people; an addressee who would send it on is told so."""
    sender.never_forwards(case.side == "addressee")
    await writers(case, person)


CHANGE = Noun("change", _may, status=200)


async def change(by: Sender, handoff_id: UUID, body: HandoffChange) -> Received:
    """PATCH. Refuses `handoff_not_open` once it awaits approval or has left, `changed_elsewhere`, `urgency_stands`,
    `recipient_never_forwards`, and what PUT refuses."""

    async def work(case: Case) -> Entry | None:
        states.still_open(case.handoff.state)
        given = await _given(by, case, body)
        merged = _merged(case.handoff, given, body.base)
        if not merged.changes:
            return None
        changed = await _write(by, case, merged)
        await _keep_limit(case.handoff, changed, merged.changes)
        payload = merged.told(case.handoff.values(), body.base)
        return noted(by, changed, "handoff.changed", payload, body.made_at)

    return await act_on(by, handoff_id, CHANGE, body, work)


async def _given(by: Sender, case: Case, body: HandoffChange) -> dict[str, Any]:
    """The fields the caller named, as the row keeps them."""
    given = {name: value for name in CHANGEABLE if (value := getattr(body, name)) is not msgspec.UNSET}
    for name in _TEXTS & given.keys():
        given[name] = given[name] or ""
    for name in _STRUCTS & given.keys():
        given[name] = _plain(given[name])
    if "stop_record" in given:
        given["stop_record"] = await judging.stop_of(by, case.profile, given["stop_record"])
    if "notice_record" in given:
        given["notice_record"] = judging.notice_of(by, given["notice_record"])
    if "discovered_at" in given:
        given["discovered_at"] = times.counted(by, given["discovered_at"])
    if "to_unit" in given:
        given["to_unit"] = _addressee(case, given["to_unit"])
    await _judge(by, case, given)
    return given


async def _judge(by: Sender, case: Case, given: dict[str, Any]) -> None:
    times.happened(by, {"discovered_at": given.get("discovered_at")})
    stationed.proposed(case.profile, case.handoff.direction, given.get("result_days"))
    for kind in ("finding", "complaint"):
        await judging.found_at(by.person, kind, given.get(kind))


def _addressee(case: Case, code: str) -> UUID:
    unit = case.units.named(code, "to_unit")
    sender.redirected(case.sender, unit, case.handoff.direction, case.handoff.township)
    return unit.id


def _merged(handoff: Handoff, given: dict[str, Any], base: int | None) -> Merge:
    merged = merge(handoff.values(), field_versions(handoff), handoff.version, given, base)
    if merged.changes.get("urgent") is False:
        raise Refusal("urgency_stands")
    return merged


async def _write(by: Sender, case: Case, merged: Merge) -> Handoff:
    handoff, marks = case.handoff, dict[str, Any]()
    after = handoff.values() | merged.changes
    await _in_order(by.person, after, merged.changes)
    if {"matter_code", "discovered_at"} & merged.changes.keys():
        marks["matter_name"] = await judging.matter_name(
            handoff.township, after["matter_code"], after["discovered_at"]
        )
    if merged.changes.get("urgent"):
        marks["urgent_at"] = by.at
    marks["overwritten"] = handoff.overwritten or merged.overwrote
    changed = await write_fields(handoff, merged.changes, **marks)
    names = (case.sender.name, case.units.units[changed.to_unit].name)
    await batch([indexed(changed, names)])
    return changed


async def _in_order(person: Person, after: dict[str, Any], changes: dict[str, Any]) -> None:
    records = {name: after[name] for name in ("stop_record", "notice_record")}
    if records.keys() & changes or "discovered_at" in changes:
        await judging.near_discovery(person, after["finding"], after["discovered_at"], records)


async def _keep_limit(before: Handoff, changed: Handoff, changes: dict[str, Any]) -> None:
    """A corrected discovery moves the limit of a draft; a case that came back keeps the one it has since then."""
    if not _MOVES_LIMIT & changes.keys():
        return
    if changed.returns == 0:
        await limits.begin_transfer(changed)
        return
    if changed.to_unit != before.to_unit:
        await limits.move_addressee(changed)
    if changes.get("urgent"):
        await limits.hasten_transfer(changed)


def _plain(value: Any) -> dict[str, Any] | None:
    said = {name: part or None for name, part in msgspec.structs.asdict(value).items()} if value else {}
    return said if any(said.values()) else None
