"""A spreadsheet is read and held against the list; what was previewed is carried out to the letter, or nothing is."""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Sequence
from uuid import UUID, uuid4

import msgspec

from backend.foundation.database import execute, rows, transaction
from backend.foundation.journal import record
from backend.foundation.refusals import Refusal
from backend.foundation.spreadsheets import read_in_press
from backend.office.matters.commands.plan import carry_out
from backend.office.matters.commands.writing import Act
from backend.office.matters.queries.bodies import directory_of
from backend.office.matters.queries.imports import Import
from backend.office.matters.queries.standing import revision_of, standing_list
from backend.office.matters.rules.comparing import Compared, Planned, Terms, compare
from backend.office.matters.rules.faults import refuse
from backend.office.matters.rules.sheet import Line, read_line
from backend.office.matters.rules.versions import day_faults

JOBS = {"matters.read": "backend.office.matters.sheet.reading:read"}
_KEEP = (
    "INSERT INTO matter_imports (id, township, revision, file_name, digest, effective_on, whole, row_count, unchanged, "
    "faults, plan, made_at, made_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_TAKE = "UPDATE matter_imports SET applied_at = ?, applied_by = ? WHERE id = ? AND applied_at IS NULL RETURNING id"
_TURN = "UPDATE matter_lists SET revision = ? WHERE id = ? AND revision = ? RETURNING id"
_BEGIN = "INSERT INTO matter_lists (revision, id) VALUES (?, ?) ON CONFLICT (id) DO NOTHING RETURNING id"


async def preview(name: str, data: bytes, terms: Terms, act: Act) -> UUID:
    """Read it and keep what a confirmation would do, or every fault; the import's id. The list stays as it is.

    Refuses `list_unreadable`, `list_columns_missing`, `list_too_long`, `list_empty`, and a day that has passed.
    """
    refuse(day_faults(terms.effective_on, terms.at))
    lines = [Line(number, cells) for number, cells in await read_in_press("matters.read", data)]
    revision = await revision_of(act.township)  # before the list: what changes in between is noticed
    standing, directory = await standing_list(act.township), await directory_of(act.township)

    def compared() -> Compared:
        return compare([read_line(line, directory) for line in lines], standing, directory, terms)

    found, kept = await asyncio.to_thread(compared), uuid4()
    planned = [] if found.faults else found.planned
    await rows(
        _KEEP, kept, act.township, revision, name, hashlib.sha256(data).hexdigest(),
        terms.effective_on, terms.whole, len(lines), found.unchanged, _json(found.faults), _json(planned), act.at, act.by,
    )  # fmt: skip
    return kept


async def confirm(found: Import, act: Act) -> None:
    """Do what was previewed. Refuses `list_faulty`, `list_applied`, `list_moved`, and a day that has passed since."""
    if found.faults:
        raise Refusal("list_faulty")
    for day in {entry.effective_on for entry in found.plan if entry.done != "sayings"}:
        refuse(day_faults(day, act.at))
    async with transaction():
        if not await execute(_TAKE, act.at, act.by, found.id):
            raise Refusal("list_applied")
        await _turn(found.revision, act)
        await carry_out(found.plan, act)
        record(
            "matters.imported",
            chain=act.township,
            record=("matter_list", act.township),
            by=act.by,
            payload={"file": found.file_name, "sha256": found.digest, **_counted(found.plan)},
        )


async def _turn(seen: UUID | None, act: Act) -> None:
    fresh = uuid4()
    if not await (
        execute(_TURN, fresh, act.township, seen) if seen else execute(_BEGIN, fresh, act.township)
    ):
        raise Refusal("list_moved")


def _counted(plan: Sequence[Planned]) -> dict[str, int]:
    return dict(Counter(entry.done for entry in plan))


def _json(told: object) -> str:
    return msgspec.json.encode(told).decode()
