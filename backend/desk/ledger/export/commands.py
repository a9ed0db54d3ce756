"""Asking for an export, writing it, taking its file away again."""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import aiofiles.os
import msgspec

from backend.desk.ledger.cells import About
from backend.desk.ledger.csv_file import write_csv
from backend.desk.ledger.export.columns import FINDINGS, NOTES, PATROLS
from backend.desk.ledger.export.files import attempts, file_name, path_of, remove, unfinished
from backend.desk.ledger.export.queries import COLUMNS, Export, export_of, filters_in_words
from backend.desk.ledger.export.reading import Asked, count, finding_rows, patrol_rows
from backend.desk.ledger.spreadsheet import Part, write_spreadsheet
from backend.desk.ledger.worksheet import MOST_ROWS
from backend.field.patrols.rules.filters import Filters
from backend.foundation import leases
from backend.foundation.database import row, rows, transaction
from backend.foundation.journal import record
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

# Up to so many patrols an export is written while its owner waits for the answer; a longer one by a process apart.
AT_ONCE = 2_000
LEASE = timedelta(seconds=30)
KEPT = timedelta(hours=24)
_ASK = (
    "INSERT INTO exports (id, officer, format, filters, state, written, total, file_name, failure, asked_at) "
    f"VALUES (?, ?, ?, ?, 'waiting', 0, ?, ?, '', ?) RETURNING {COLUMNS}"
)
_TWIN = (
    f"SELECT {COLUMNS} FROM exports WHERE officer = ? AND format = ? AND CAST(filters AS TEXT) = ? "
    "AND state IN ('waiting', 'running') ORDER BY asked_at LIMIT 1"
)
_CLAIM = (
    "UPDATE exports SET state = 'running', written = 0 WHERE id = ? AND state IN ('waiting', 'running') "
    f"RETURNING {COLUMNS}"
)
_GO_ON = "UPDATE exports SET written = ? WHERE id = ? AND state = 'running'"
_LAY_DOWN = "UPDATE exports SET state = 'waiting' WHERE id = ? AND state = 'running'"
# Short exports are written beside each other with their answers; a long one waits until nobody writes.
_NEXT = (
    "SELECT e.id FROM exports e WHERE e.state IN ('waiting', 'running') AND NOT EXISTS "
    "(SELECT 1 FROM leases l WHERE l.name LIKE 'export:%' AND l.held_until >= ?) ORDER BY e.asked_at, e.id LIMIT 1"
)
_END = "UPDATE exports SET state = ?, failure = ?, finished_at = ? WHERE id = ? AND state = 'running' RETURNING id"


class LostLease(Exception):
    """We stood still for longer than our lease, and somebody else writes this export now."""


async def ask(person: Person, filters: Filters, form: str, at: datetime, *, own: bool = False) -> Export:
    """Put it down; a second tap finds the one that is under way, unless it is to be the caller's `own`.

    Refuses `export_too_long`.
    """
    asked = msgspec.json.encode(dict(filters.pairs())).decode()
    twin = None if own else await row(_TWIN, person.id, form, asked)
    if twin:
        return export_of(twin)
    total = await count(Asked(person, filters, at))
    if total > MOST_ROWS:
        raise Refusal("export_too_long")
    name = file_name(person.township_name or person.unit_name, filters, at, form)
    put = await row(_ASK, uuid4(), person.id, form, asked, total, name, at)
    assert put is not None
    return export_of(put)


async def claim(export_id: UUID, at: datetime) -> Export | None:
    """Take it for writing; None where another worker holds it or it is done."""
    if not await leases.take(_lease(export_id), at, LEASE):
        return None
    found = await row(_CLAIM, export_id)
    if found is None:
        await leases.give_back(_lease(export_id))
        return None
    return export_of(found)


async def write(export: Export, person: Person) -> None:
    """Write the file beside its place, then put it there and note in the journal who took what away."""
    part = unfinished(export.id)
    # Packing a workbook of a million rows may alone take longer than the lease.
    async with leases.holding(_lease(export.id), LEASE):
        written = await _write_to(part, export, person)
        await aiofiles.os.replace(part, path_of(export.id, export.format))
    await _ready(export, person, written)


async def _write_to(part: Path, export: Export, person: Person) -> int:
    """How many patrols there were."""
    asked = Asked(person, export.filters, export.asked_at)
    patrols = patrol_rows(asked, lambda passed: _go_on(export, passed))
    if export.format == "csv":
        return await write_csv(part, PATROLS, patrols)
    found = finding_rows(asked, lambda passed: _go_on(export, export.total + passed))
    beside, about = Part("发现", FINDINGS, found), await _about(export, person)
    apart = export.total > AT_ONCE
    return await write_spreadsheet(part, PATROLS, patrols, about, beside, apart=apart, most=MOST_ROWS)


async def fail(export: Export, words: str) -> None:
    await rows(_END, "failed", words, now(), export.id)
    await leases.give_back(_lease(export.id))


async def lay_down(export: Export) -> None:
    """Give it back unwritten: whoever is free takes it up again from the start."""
    await rows(_LAY_DOWN, export.id)
    await leases.give_back(_lease(export.id))


async def next_waiting(at: datetime) -> UUID | None:
    """The one that has waited longest, while nobody writes another: exports take turns."""
    found = await row(_NEXT, at)
    return found["id"] if found else None


async def take_away(export: Export) -> None:
    """Remove the file; who exported what stays in the journal."""
    await remove(path_of(export.id, export.format))
    await rows("UPDATE exports SET removed_at = ? WHERE id = ? AND removed_at IS NULL", now(), export.id)


async def sweep(at: datetime) -> int:
    """Take away what is older than a day; how many those were."""
    old = await rows(f"SELECT {COLUMNS} FROM exports WHERE finished_at < ? AND removed_at IS NULL", at - KEPT)
    for found in old:
        await take_away(export_of(found))
    await _sweep_attempts(at)
    return len(old)


async def _sweep_attempts(at: datetime) -> None:
    """A killed server leaves half a file with people's names in it: gone once nobody is writing it any more."""
    for export_id, path in list(attempts()):
        if not await leases.is_held(_lease(export_id), at):
            await remove(path)


async def _go_on(export: Export, passed: int) -> None:
    """Every page renews the lease and shows on the progress bar."""
    if not await leases.renew(_lease(export.id), now(), LEASE):
        raise LostLease
    await rows(_GO_ON, passed, export.id)


async def _ready(export: Export, person: Person, patrols: int) -> None:
    async with transaction():
        if await rows(_END, "ready", "", now(), export.id):
            record(
                "ledger.exported",
                chain=person.chain,
                record=("export", export.id),
                by=person.id,
                payload={
                    "format": export.format,
                    "filters": dict(export.filters.pairs()),
                    "patrols": patrols,
                },
            )
    await leases.give_back(_lease(export.id))


def _lease(export_id: UUID) -> str:
    return f"export:{export_id}"


async def _about(export: Export, person: Person) -> About:
    return About(
        township=person.township_name or person.unit_name,
        exported_by=f"{person.name}（{person.unit_name}）",
        exported_at=export.asked_at,
        filters=await filters_in_words(person, export.filters),
        demo=person.demo,
        notes=NOTES,
    )
