"""A paper before it is issued: no number, no code, 草稿 across the page."""

from datetime import datetime
from uuid import UUID

from backend.foundation.letters.official.composing import composed, parties
from backend.foundation.letters.official.rendering import PDF, pressed
from backend.foundation.letters.papers.paper import Paper
from backend.foundation.letters.wording.contents import Content

UNNUMBERED = "（未编号）"


async def preview(
    content: Content, *, body: UUID, addressee: UUID, at: datetime, number: str = UNNUMBERED
) -> bytes:
    """The PDF as it would be issued now. Refuses `not_found`, `letter_not_ready`, `letter_failed`."""
    paper = await drafted(content, body=body, addressee=addressee, at=at, number=number)
    made: bytes = await pressed(PDF, paper, at)
    return made


async def drafted(
    content: Content, *, body: UUID, addressee: UUID, at: datetime, number: str = UNNUMBERED
) -> Paper:
    """The same in words."""
    given = await parties(body, addressee)
    return composed(content, given, number=number, at=at, check=None, marks="草稿")
