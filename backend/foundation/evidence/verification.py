"""`liandong verify`: every photo is the one whose digest the journal holds, down to its bytes on disk."""

import hashlib
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.database import row, rows
from backend.foundation.journal.verification import Fault
from backend.foundation.storage.blobs import BlobMissing
from backend.foundation.storage.place import storage

PAGE = 500

_TAKEN_IN = (
    "SELECT e.id, e.record_id, p.body, f.sha256, f.size FROM events e JOIN payloads p ON p.id = e.id "
    "LEFT JOIN photos f ON f.id = e.record_id WHERE e.kind = 'photo.content' AND e.id > ? ORDER BY e.id LIMIT ?"
)
_SLIPPED_IN = (
    "SELECT f.id FROM photos f WHERE f.content_at IS NOT NULL AND NOT EXISTS "
    "(SELECT 1 FROM events e WHERE e.record_id = f.id AND e.kind = 'photo.content') LIMIT 1"
)


@dataclass
class PhotoWalk:
    """What was walked, and the first fault if there is one. Equal bytes are read once."""

    photos: int = 0
    bytes: int = 0
    fault: Fault | None = None
    read: set[str] = field(default_factory=set)


async def verify_photos() -> PhotoWalk:
    """The journal's word on each photo, its row and its bytes; stops at the first that does not agree."""
    walk, after = PhotoWalk(), UUID(int=0)
    while page := await rows(_TAKEN_IN, after, PAGE):
        for event in page:
            walk.fault = _row_fault(event) or await _bytes_fault(event, walk)
            if walk.fault:
                return walk
            walk.photos += 1
        after = page[-1]["id"]
    if slipped := await row(_SLIPPED_IN):
        walk.fault = Fault("photo", f"photo {slipped['id']}", "the journal knows nothing of its content")
    return walk


def _row_fault(event: dict[str, Any]) -> Fault | None:
    where = f"photo {event['record_id']}"
    if event["sha256"] is None:
        return Fault("photo", where, "its row is missing")
    if event["body"] is None:  # erased by retention: the row is all there is
        return None
    said = msgspec.json.decode(event["body"])
    if (said["sha256"], said["bytes"]) != (event["sha256"], event["size"]):
        return Fault("photo", where, "its row names other bytes than the journal")
    return None


async def _bytes_fault(event: dict[str, Any], walk: PhotoWalk) -> Fault | None:
    sha256 = event["sha256"]
    if sha256 in walk.read:
        return None
    digest = hashlib.sha256()
    try:
        async for piece in storage().blobs.read(sha256):
            digest.update(piece)
            walk.bytes += len(piece)
    except BlobMissing:
        return Fault("photo", f"photo {event['record_id']}", "its bytes are missing")
    walk.read.add(sha256)
    if digest.hexdigest() != sha256:
        return Fault("photo", f"photo {event['record_id']}", "its bytes were altered")
    return None
