"""Setting the paper page in the press, off the request path, and noting in the journal that it left."""

import asyncio
import hashlib
from uuid import UUID

from litestar import Response

from backend.desk.ledger.masking import needs_names
from backend.desk.ledger.paper.filling import filled, printable
from backend.desk.ledger.paper.material import Material, material
from backend.foundation.database import transaction
from backend.foundation.evidence.development import display, outside
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import visible
from backend.foundation.journal import record
from backend.foundation.letters.patrol_page import Signed
from backend.foundation.letters.patrol_words import patrol_words
from backend.foundation.letters.printing import printed
from backend.foundation.now import now
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.foundation.web.files import PDF, kept_as

# Thousands of findings make hundreds of pages.
SECONDS = 300
MOST_PHOTOS = 240


async def patrol_pdf(person: Person, patrol_id: UUID) -> Response[bytes]:
    """The page as PDF; refuses `not_found` to a stranger, `paper_not_ready` while the press cannot make it."""
    at = now()
    given = await material(person, patrol_id, at)
    pictures = await _pictures(person, given)
    named = needs_names(person.roles)
    signed = Signed(f"{person.name}（{person.unit_name}）", at)
    page = await asyncio.to_thread(
        lambda: filled(given, signed, named=named, pictures=frozenset(UUID(name) for name in pictures))
    )
    words = await asyncio.to_thread(patrol_words, page)
    paper = await printed("patrol", words, at, pictures, seconds=SECONDS)
    await _note(person, given, paper, masked=page.masked)
    name = f"patrol-{patrol_id}.pdf"
    return Response(
        paper,
        media_type=PDF,
        headers={"Content-Disposition": kept_as(name), "Cache-Control": "no-store"},
    )


async def _pictures(person: Person, given: Material) -> dict[str, bytes]:
    """The small copies by photo id; what cannot be made is left out, the photo's own page says why."""
    held: dict[str, bytes] = {}
    for photo in list(printable(given))[:MOST_PHOTOS]:
        try:
            held[str(photo.id)] = await _copy(person, photo)
        except Refusal:
            continue
    return held


async def _copy(person: Person, photo: Photo) -> bytes:
    """What was covered stays covered on paper."""
    if photo.boxes:
        return await outside(await visible(person, photo.id))
    return await display(photo, "thumb")


async def _note(person: Person, given: Material, paper: bytes, *, masked: bool) -> None:
    patrol = given.sheet.patrol
    async with transaction():
        record(
            "patrol.printed",
            chain=patrol.township,
            record=("patrol", patrol.id),
            by=person.id,
            payload={"sha256": hashlib.sha256(paper).hexdigest(), "masked": masked},
        )
