"""The bytes of a photo: whole or in pieces, hashed again here, examined, and only then kept for ever."""

from collections.abc import AsyncIterable
from contextlib import suppress
from dataclasses import replace
from uuid import UUID, uuid5

from backend.foundation.database import UniqueBroken, after_commit, transaction
from backend.foundation.evidence.development import develop_later
from backend.foundation.evidence.examination import PHOTOS
from backend.foundation.evidence.keeping import keep, lie_there, wrong_size
from backend.foundation.evidence.photo import Photo
from backend.foundation.journal import Receipt, follow, issue, record
from backend.foundation.outbox import Received, Sender, received_before
from backend.foundation.refusals import Refusal
from backend.foundation.storage.pieces import WrongOffset
from backend.foundation.storage.place import storage
from backend.foundation.storage.receiving import TooLarge
from backend.foundation.whole_numbers import whole_number

CONTENT = "content"
_MARK = "UPDATE photos SET content_at = ?, version = version + 1 WHERE id = ?"


def read_offset(header: str | None) -> int:
    """The Upload-Offset of a piece; refuses `invalid` where it is missing or no number."""
    offset = whole_number(header or "")
    if offset is None:
        raise Refusal("invalid", fields={"Upload-Offset": "写明这一段从第几个字节开始"})
    return offset


async def take_in(sender: Sender, photo: Photo, chunks: AsyncIterable[bytes]) -> Received:
    """Keep the content. 201 the first time, 200 when the same bytes come again.

    Refuses as keep().
    """
    await keep(photo, chunks, PHOTOS, here=photo.content_at is not None)
    return await _note_content(sender, photo)


def with_content(photo: Photo, received: Received) -> Photo:
    """The photo as it stands once its content was taken in."""
    if photo.content_at is not None:
        return photo
    return replace(photo, content_at=received.receipt.received_at, version=photo.version + 1)


async def held(photo: Photo) -> int:
    """How many bytes are here: all of them once the content was taken in, unless it was lost."""
    return photo.size if await _is_here(photo) else await storage().pieces.held(photo.id)


async def _is_here(photo: Photo) -> bool:
    return photo.content_at is not None and await lie_there(photo)


async def append(
    sender: Sender, photo: Photo, offset: int, chunks: AsyncIterable[bytes]
) -> tuple[int, Received | None]:
    """Add a piece; how many bytes are held then, and the receipt once the photo is whole.

    Refuses `upload_offset`, `size_mismatch`; a whole that is refused is forgotten, so the sender starts again at 0.
    Where the content is here already, any piece is answered with its receipt: the first answer was lost on the way.
    """
    if await _is_here(photo):
        return photo.size, await _note_content(sender, photo)
    pieces = storage().pieces
    try:
        now_held = await pieces.append(photo.id, offset, chunks, photo.size)
        if now_held < photo.size:
            return now_held, None
        whole = await take_in(sender, photo, pieces.read(photo.id))
    except WrongOffset as wrong:
        raise Refusal("upload_offset", extra={"offset": wrong.held}) from None
    except TooLarge:
        raise wrong_size(photo) from None
    except Refusal:
        await pieces.discard(photo.id)
        raise
    await pieces.discard(photo.id)
    return now_held, whole


async def _note_content(sender: Sender, photo: Photo) -> Received:
    key = uuid5(photo.id, CONTENT)
    if photo.content_at is None:
        with suppress(UniqueBroken):  # the same bytes were taken in a moment ago by another request
            async with transaction():
                receipt = _receipt_for(sender, photo, key)
            return Received(201, receipt)
    return await received_before(key, photo.sha256)


def _receipt_for(sender: Sender, photo: Photo, key: UUID) -> Receipt:
    """The receipt for a content carries the digest of the bytes themselves."""
    entry = record(
        "photo.content",
        chain=photo.chain,
        record=("photo", photo.id),
        by=sender.person.id,
        payload={"sha256": photo.sha256, "bytes": photo.size, "media_type": photo.media_type},
    )

    # With what the journal writes as the transaction closes: one hop to the database for all of it.
    follow(lambda: (_MARK, (sender.at, photo.id)))

    async def develop() -> None:
        develop_later(photo)

    after_commit(develop)
    return issue(key, photo.sha256, entry, officer=sender.person.id, township=sender.person.township_id)
