"""A phone tells what it holds. The last word counts; nothing of it is a record, so the journal does not keep it."""

from typing import Annotated
from uuid import UUID, uuid4

import msgspec

from backend.foundation.database import rows, transaction
from backend.foundation.outbox import Sender
from backend.foundation.web.api import Moment
from backend.foundation.web.bodies import Body

MOST = 20  # devices of one officer that are remembered, the last heard of

Count = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]

_TOLD = (
    "INSERT INTO phones (id, officer, device, name, waiting, photos, refused, oldest_at, room_bytes, persisted, clock_offset_s, "
    "reported_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (officer, device) DO UPDATE SET name = excluded.name, "
    "waiting = excluded.waiting, photos = excluded.photos, refused = excluded.refused, oldest_at = excluded.oldest_at, "
    "room_bytes = excluded.room_bytes, persisted = excluded.persisted, clock_offset_s = excluded.clock_offset_s, "
    "reported_at = excluded.reported_at"
)
_FORGET = (
    "DELETE FROM phones WHERE officer = ? AND id NOT IN "
    "(SELECT id FROM phones WHERE officer = ? ORDER BY reported_at DESC, id LIMIT ?)"
)


class PhoneReport(Body, kw_only=True):
    """What the outbox of one person on one device holds: envelopes, the photos and the refused ones among them, when the
    oldest was made; what room the browser says is left (bytes), and whether it promised not to clear it away."""

    device: UUID
    waiting: Count
    photos: Count = 0
    refused: Count = 0
    oldest_at: Moment | None = None
    room_bytes: Annotated[int, msgspec.Meta(ge=0, le=2**53)] | None = None
    persisted: bool = False


async def report(sender: Sender, told: PhoneReport, name: str) -> None:
    """`name` is what the officer calls such a device (华为浏览器 · Android)."""
    officer = sender.person.id
    held = (told.waiting, told.photos, told.refused, told.oldest_at, told.room_bytes, told.persisted)
    async with transaction():
        await rows(_TOLD, uuid4(), officer, told.device, name, *held, sender.device.offset_s, sender.at)
        await rows(_FORGET, officer, officer, MOST)
