"""`liandong verify` on photos: every original taken in still lies there, byte for byte, and so do its covers."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.database import rows
from backend.foundation.journal.verification import Fault
from backend.foundation.storage.blobs import BlobMissing
from backend.foundation.storage.digests import sha256_of
from backend.foundation.storage.place import storage

PAGE = 500
_PHOTOS = "SELECT id, sha256, content_at FROM photos WHERE id > ? ORDER BY id LIMIT ?"
_TOLD = (
    "SELECT e.record_id AS photo, e.kind, d.body FROM events e JOIN payloads d ON d.id = e.id "
    "WHERE e.record_kind = 'photo' AND e.kind IN ('photo.content', 'photo.redacted') ORDER BY e.seq"
)
_COVERS = "SELECT photo, boxes FROM redactions ORDER BY photo, drawn_at, id"


@dataclass
class Walk:
    """How many photos were walked, and the first fault if there is one."""

    photos: int = 0
    fault: Fault | None = None


@dataclass
class Told:
    """What the journal says of one photo; None where retention erased the words."""

    contents: list[dict[str, Any] | None]
    covers: list[dict[str, Any] | None]


async def verify_photos() -> Walk:
    """Rows against the journal, bytes against the rows; stops at the first fault."""
    walk, told, seen = Walk(), await _told(), set[UUID]()
    async for photo in _photos():
        contents = told[photo["id"]].contents if photo["id"] in told else []
        walk.fault = _row_fault(photo, contents) or await _kept_fault(photo)
        if walk.fault:
            return walk
        seen.add(photo["id"])
        walk.photos += photo["content_at"] is not None
    walk.fault = _missing(told, seen) or await _cover_fault(told)
    return walk


async def _photos() -> AsyncIterator[dict[str, Any]]:
    after = UUID(int=0)
    while page := await rows(_PHOTOS, after, PAGE):
        for photo in page:
            yield photo
        after = page[-1]["id"]


async def _told() -> dict[UUID, Told]:
    found: dict[UUID, Told] = {}
    for event in await rows(_TOLD):
        told = found.setdefault(event["photo"], Told([], []))
        words = msgspec.json.decode(event["body"]) if event["body"] else None
        (told.contents if event["kind"] == "photo.content" else told.covers).append(words)
    return found


def _row_fault(photo: dict[str, Any], contents: list[dict[str, Any] | None]) -> Fault | None:
    where = f"photo {photo['id']}"
    if (photo["content_at"] is not None) != bool(contents):
        return Fault("photo", where, "its row and the journal disagree whether its bytes were taken in")
    if any(words is not None and words["sha256"] != photo["sha256"] for words in contents):
        return Fault("photo", where, "its row names another SHA-256 than the journal")
    return None


async def _kept_fault(photo: dict[str, Any]) -> Fault | None:
    return await bytes_fault("photo", photo["id"], photo["sha256"]) if photo["content_at"] else None


async def bytes_fault(kind: str, record: UUID, sha256: str) -> Fault | None:
    """What is wrong with the bytes that are kept for this record."""
    where = f"{kind} {record} (SHA-256 {sha256})"
    try:
        async with storage().blobs.as_file(sha256) as path:
            digest = await asyncio.to_thread(sha256_of, path)
    except BlobMissing:
        return Fault(kind, where, "its bytes are missing")
    return None if digest == sha256 else Fault(kind, where, "its bytes were altered")


def _missing(told: dict[UUID, Told], seen: set[UUID]) -> Fault | None:
    """A photo the journal knows and no row does."""
    lost = next((photo for photo in told if photo not in seen), None)
    return Fault("photo", f"photo {lost}", "its row is missing") if lost else None


async def _cover_fault(told: dict[UUID, Told]) -> Fault | None:
    """Redactions are kept set by set: as many as the journal says, each with the same boxes."""
    drawn: dict[UUID, list[Any]] = {}
    for cover in await rows(_COVERS):
        drawn.setdefault(cover["photo"], []).append(msgspec.json.decode(cover["boxes"]))
    for photo in sorted({*drawn, *(photo for photo, words in told.items() if words.covers)}):
        noted = told[photo].covers if photo in told else []
        sets = drawn.get(photo, [])
        same = len(sets) == len(noted) and all(
            words is None or words["boxes"] == boxes for words, boxes in zip(noted, sets, strict=True)
        )
        if not same:
            return Fault("redaction", f"redactions of photo {photo}", "they are not those of the journal")
    return None
