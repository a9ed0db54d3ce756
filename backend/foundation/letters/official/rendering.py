"""From what was frozen to PDF and DOCX, in the press; the PDF once, its digest sealed by an event of its own."""

from collections.abc import AsyncIterator
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.beside import Joined
from backend.foundation.database import execute, transaction
from backend.foundation.journal import record
from backend.foundation.letters.fonts.kit import own_faces
from backend.foundation.letters.official.letter import Letter
from backend.foundation.letters.official.queries import find, unrendered
from backend.foundation.letters.papers.paper import Paper
from backend.foundation.now import now
from backend.foundation.press import JobFailed, PressClosed, PressError, the_press
from backend.foundation.refusals import Refusal
from backend.foundation.storage.place import storage
from backend.foundation.storage.receiving import received

PDF, DOCX, PAGES = "paper.pdf", "paper.docx", "paper.pages"
JOBS = {
    PDF: "backend.foundation.letters.papers.setting:pdf",
    DOCX: "backend.foundation.letters.papers.word:docx",
    PAGES: "backend.foundation.letters.papers.setting:pages",
}
CEILING = 64 * 1024 * 1024

# What a paper says never changes. A page takes half a megabyte.
_looked_at: dict[UUID, list[bytes]] = {}
AT_HAND = 8
_under_way = Joined[UUID]("letter", expected=PressClosed)


async def pdf(letter_id: UUID) -> bytes:
    """The PDF, made now if it is not there yet. Refuses `not_found`, `letter_not_ready`, `letter_failed`."""
    letter = await find(letter_id)
    if letter.rendered_at is None:
        await _rendered(letter_id)
        letter = await find(letter_id)
    return b"".join([piece async for piece in await storage().blobs.read(letter.sha256)])


async def docx(letter_id: UUID) -> bytes:
    """The same paper for Word or WPS, with its number; made anew each time, always the same bytes. Refuses as `pdf`."""
    letter = await find(letter_id)
    made: bytes = await pressed(DOCX, letter.says(), letter.issued_at)
    return made


async def pages(letter_id: UUID) -> list[bytes]:
    """Each page as an SVG to look at; those looked at last are at hand. Refuses as `pdf`."""
    if letter_id not in _looked_at:
        letter = await find(letter_id)
        _looked_at[letter_id] = await pressed(PAGES, letter.says(), letter.issued_at)
        while len(_looked_at) > AT_HAND:
            _looked_at.pop(next(iter(_looked_at)))
    return _looked_at[letter_id]


async def pressed(job: str, paper: Paper, at: datetime) -> Any:
    """One urgent job of the press on a paper; its failures in our words."""
    try:
        return await the_press().run(job, _order(paper, at), urgent=True)
    except PressError as failure:
        raise _refusal(failure) from failure


def _order(paper: Paper, at: datetime) -> dict[str, Any]:
    return {
        "paper": msgspec.to_builtins(paper),
        "made_at": at.replace(microsecond=0),
        "font_dir": own_faces(),
    }


def render_later(letter_id: UUID) -> None:
    """Begin to render; nobody waits for it."""
    _under_way.begin(letter_id, partial(_render, letter_id))


async def resume() -> None:
    """After a start: whatever was left unrendered when the server stopped."""
    for letter_id in await unrendered():
        render_later(letter_id)


async def settled() -> None:
    """Wait until nothing is under way."""
    await _under_way.settled()


async def stop() -> None:
    """Forget what is under way; it is rendered when the server starts again, or when somebody asks."""
    await _under_way.end()


async def _render(letter_id: UUID) -> None:
    letter = await find(letter_id)
    if letter.rendered_at is not None:
        return
    made: bytes = await the_press().run(PDF, _order(letter.says(), letter.issued_at), urgent=True)
    digest = await _kept(made)
    await _seal_digest(letter, digest, len(made))


async def _kept(made: bytes) -> str:
    async def whole() -> AsyncIterator[bytes]:
        yield made

    async with received(whole(), storage().arrivals, CEILING) as arrival:
        return (await storage().blobs.adopt(arrival)).sha256


async def _seal_digest(letter: Letter, digest: str, size: int) -> None:
    """Once: of two servers that rendered at the same time the first writes."""
    async with transaction():
        first = await execute(
            "UPDATE letters SET sha256 = ?, size = ?, rendered_at = ? WHERE id = ? AND rendered_at IS NULL RETURNING id",
            digest,
            size,
            now(),
            letter.id,
        )
        if first:
            record(
                "letter.rendered",
                chain=letter.chain,
                record=(letter.record_kind, letter.record_id),
                by=None,
                payload=letter.told() | {"sha256": digest, "bytes": size},
            )


async def _rendered(letter_id: UUID) -> None:
    try:
        await _under_way.wait_for(letter_id, partial(_render, letter_id))
    except PressError as failure:
        raise _refusal(failure) from failure


def _refusal(failure: PressError) -> Refusal:
    if isinstance(failure, JobFailed):
        return Refusal("letter_failed", failure.words)
    return Refusal("letter_not_ready", extra={"retry_after": 5})
