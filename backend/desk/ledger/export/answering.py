"""Handing an export out: made at once where it is short, and as a file."""

import asyncio

from litestar.background_tasks import BackgroundTask
from litestar.response import File

from backend.desk.ledger.export.commands import AT_ONCE, ask, claim, take_away
from backend.desk.ledger.export.files import MEDIA_TYPES, path_of
from backend.desk.ledger.export.queries import Export, find
from backend.desk.ledger.export.running import run, wake
from backend.field.patrols.rules.filters import Filters
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

LOOK_AGAIN_S = 0.2


async def begun(person: Person, filters: Filters, form: str, *, own: bool = False) -> Export:
    """Asked for; already written where it is short, else under way."""
    export = await ask(person, filters, form, now(), own=own)
    if export.total > AT_ONCE:
        wake()
        return export
    taken = await claim(export.id, now())
    if taken is not None:
        await run(taken)
    return await find(person, export.id)


async def ended(person: Person, export: Export) -> Export:
    """The same once it is written or failed: a script waits for its file, long exports still take turns."""
    while export.under_way:
        await asyncio.sleep(LOOK_AGAIN_S)
        export = await find(person, export.id)
    return export


def as_file(export: Export, *, once: bool = False) -> File:
    """The file; refuses `export_failed`, `export_not_ready`, `export_gone`. `once`: taken away when it was sent."""
    if export.state == "failed":
        raise Refusal("export_failed", export.failure)
    if export.state != "ready":
        raise Refusal("export_not_ready", extra={"retry_after": 5})
    if export.removed_at is not None:
        raise Refusal("export_gone")
    return File(
        path_of(export.id, export.format),
        filename=export.file_name,
        media_type=MEDIA_TYPES[export.format],
        headers={"Cache-Control": "no-store"},
        background=BackgroundTask(take_away, export) if once else None,
    )
