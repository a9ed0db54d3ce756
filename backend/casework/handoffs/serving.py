"""The bytes of a material as an answer."""

from collections.abc import AsyncIterator
from typing import Any, Final
from urllib.parse import quote
from uuid import UUID

from litestar import Response
from litestar.response import Stream

from backend.casework.handoffs.queries.materials import Line
from backend.casework.handoffs.queries.sheet import sheet
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.foundation.storage.place import storage

ENDINGS: Final = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/heic": "heic",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "video/mp4": "mp4",
}


async def material_content(person: Person, handoff_id: UUID, material_id: UUID) -> Response[Any]:
    """Refuses `not_found` for a line this side does not have, `content_not_here`."""
    found = await sheet(person, handoff_id)
    line = next((line for line in found.lines if line.id == material_id), None)
    if line is None:
        raise Refusal("not_found")
    if not line.here:
        raise Refusal("content_not_here")
    return Stream(_pieces(line), media_type=line.media_type, headers=_headers(line))


def file_name(line: Line) -> str:
    """The title with the ending of what it is."""
    plain = "".join(sign for sign in line.title if sign.isprintable() and sign not in '\\/:*?"<>|')
    return f"{plain[:80] or '材料'}.{ENDINGS.get(line.media_type, 'bin')}"


def _headers(line: Line) -> dict[str, str]:
    """As an attachment: what a stranger's file may contain is never opened on our address."""
    return {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file_name(line))}",
        "Content-Length": str(line.size),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-cache",
    }


async def _pieces(line: Line) -> AsyncIterator[bytes]:
    async for piece in storage().blobs.read(line.sha256):
        yield piece
