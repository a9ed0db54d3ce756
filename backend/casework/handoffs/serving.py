"""The bytes of a material as an answer."""

from typing import Any
from uuid import UUID

from litestar import Response
from litestar.response import Stream

from backend.casework.handoffs.queries.materials import Line
from backend.casework.handoffs.queries.sheet import handlers_of, sheet
from backend.casework.handoffs.rules import sealed
from backend.foundation.database import transaction
from backend.foundation.dossier.contents import file_name
from backend.foundation.journal import record
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.foundation.storage.place import storage
from backend.foundation.web.files import kept_as


async def material_content(person: Person, handoff_id: UUID, material_id: UUID) -> Response[Any]:
    """Refuses `not_found` for a line this side does not have, `content_not_here`, `material_sealed`."""
    found = await sheet(person, handoff_id)
    line = next((line for line in found.lines if line.id == material_id), None)
    if line is None:
        raise Refusal("not_found")
    if not line.here:
        raise Refusal("content_not_here")
    if line.sealed:
        sealed.opened_by(person.id, handlers_of(found, line))
    content = await storage().blobs.read(line.sha256)
    if line.sealed:
        await _opened(person, line)
    return Stream(content, media_type=line.media_type, headers=_headers(line))


async def _opened(person: Person, line: Line) -> None:
    """Each look at what is sealed is on record, in the chain of whoever looked."""
    async with transaction():
        record(
            "handoff.material_read",
            chain=person.chain,
            record=("handoff", line.handoff),
            by=person.id,
            payload={"material": line.id, "title": line.title},
        )


def _headers(line: Line) -> dict[str, str]:
    """As an attachment: what a stranger's file may contain is never opened on our address."""
    return {
        "Content-Disposition": kept_as(file_name(1, line.title, line.media_type)),
        "Content-Length": str(line.size),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-cache",
    }
