"""A photo of an invented scene, taken at a moment for any record."""

from datetime import datetime
from hashlib import sha256
from uuid import UUID

from backend.demo.ids import demo_id
from backend.demo.pictures.camera import with_head
from backend.demo.pictures.drawing import picture
from backend.demo.weeks.evidence import send
from backend.foundation.evidence.wire import PhotoBody, Subject
from backend.foundation.now import local
from backend.foundation.outbox import Sender
from backend.foundation.web.api import Position

NOWHERE = Position()


async def photograph(
    sender: Sender, kind: str, record: UUID, scene: str, at: datetime, *, position: Position = NOWHERE
) -> None:
    """One for each record."""
    place = (position.lat, position.lon) if position.lat is not None and position.lon is not None else None
    file = with_head(picture(scene, 0), local(at), place)
    body = PhotoBody(
        subject=Subject(kind=kind, id=record),
        taken_at=at,
        source="camera",
        sha256=sha256(file).hexdigest(),
        bytes=len(file),
        media_type="image/jpeg",
        position=position,
        made_at=at,
    )
    await send(sender, demo_id("photo", kind, record), body, file)
