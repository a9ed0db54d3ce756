"""A filled-in spreadsheet is held against the month; what was previewed is carried out to the letter, or nothing is."""

import asyncio
import hashlib
from collections.abc import Iterable
from uuid import UUID, uuid4

import msgspec

from backend.foundation.database import execute, rows, transaction
from backend.foundation.outbox import Sender
from backend.foundation.refusals import Refusal
from backend.foundation.spreadsheets import read_in_press
from backend.office.duty.commands.news import tell_of_shift
from backend.office.duty.commands.writing import note, put, take_off
from backend.office.duty.papers.comparing import Change, compare
from backend.office.duty.queries.imports import Import, month_of_roster
from backend.office.duty.queries.people import are_here
from backend.office.duty.queries.rosters import Roster
from backend.office.duty.queries.shifts import KnownShift, shifts_of

_KEEP = (
    "INSERT INTO roster_imports (id, roster, seen, file_name, digest, unchanged, faults, plan, made_at, made_by) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_TAKE = "UPDATE roster_imports SET applied_at = ?, applied_by = ? WHERE id = ? AND applied_at IS NULL RETURNING id"
_TURN = "UPDATE rosters SET version = version + 1 WHERE id = ? AND version = ? RETURNING id"


async def preview(name: str, data: bytes, roster: Roster, sender: Sender) -> UUID:
    """Read it and keep what a confirmation would do, or every fault; the import's id. The roster stays as it is.

    `roster` was read before its shifts are: what changes in between is noticed. Refuses as `foundation/spreadsheets` does.
    """
    lines = await read_in_press("roster.read", data)
    month = await month_of_roster(roster)
    found, kept = await asyncio.to_thread(compare, lines, month, sender.at), uuid4()
    await rows(
        _KEEP, kept, roster.id, roster.version, name[:200], hashlib.sha256(data).hexdigest(),
        found.unchanged, _json(found.faults), _json(found.changes), sender.at, sender.person.id,
    )  # fmt: skip
    return kept


async def confirm(found: Import, sender: Sender) -> None:
    """Do what was previewed. Refuses `list_faulty`, `list_applied`, `roster_moved`, and `shift_over` for what has ended since."""
    if found.faults:
        raise Refusal("list_faulty")
    async with transaction():
        if not await execute(_TAKE, sender.at, sender.person.id, found.id):
            raise Refusal("list_applied")
        if not await execute(_TURN, found.roster.id, found.seen):
            raise Refusal("roster_moved")
        if not await are_here(found.roster.township, _coming(found.plan)):
            raise Refusal("roster_moved", "预览以后有人离开了，重新导出、上传，看新的差异再确认")
        shifts = {shift.id: shift for shift in await shifts_of(found.roster.id)}
        if any(shifts[change.shift].ends_at <= sender.at for change in found.plan):
            raise Refusal("shift_over")
        await _carry_out(found.plan, shifts, sender)
        said = {"file": found.file_name, "sha256": found.digest, "changes": len(found.plan)}
        note("roster.imported", found.roster.id, sender, said | {"despite": _despite(found.plan)})


async def _carry_out(plan: list[Change], shifts: dict[UUID, KnownShift], sender: Sender) -> None:
    """First everybody off, then everybody on: whoever changes the slot of a shift stands there once."""
    for change in plan:
        for person in change.out:
            stander = shifts[change.shift].held_by(person.id)
            assert stander is not None
            await take_off(stander, "changed", sender)
    for change in plan:
        for person in change.into:
            await put(change.shift, change.slot, person.id, "import", sender)
    for shift in {change.shift for change in plan}:
        gone, come = _moved(plan, shift)
        await tell_of_shift(shifts[shift], come - gone, "给你排了班", sender)
        await tell_of_shift(shifts[shift], gone - come, "你的一个班次取消了", sender)


def _moved(plan: Iterable[Change], shift: UUID) -> tuple[set[UUID], set[UUID]]:
    """Who leaves a shift and who comes, over all of its slots."""
    own = [change for change in plan if change.shift == shift]
    return (
        {person.id for change in own for person in change.out},
        {person.id for change in own for person in change.into},
    )


def _coming(plan: Iterable[Change]) -> set[UUID]:
    return {person.id for change in plan for person in change.into}


def _despite(plan: Iterable[Change]) -> list[str]:
    return [words for change in plan for words in change.despite]


def _json(told: object) -> str:
    return msgspec.json.encode(told).decode()
