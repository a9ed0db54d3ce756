"""Registering a photo: that it was taken, when, where, for which record. Its bytes follow."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

import msgspec

from backend.foundation.database import rows
from backend.foundation.evidence import queries, rules
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.wire import PhotoBody
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Received, Sender, receive_put
from backend.foundation.records import Record, hold, kinds, tell_changed, visible_record

_COLUMNS = (
    "id", "township", "subject_kind", "subject_id", "taken_at", "lat", "lon", "accuracy_m", "position_source", "source",
    "sha256", "size", "media_type", "created_by", "device", "made_at", "received_at", "clock_offset_s", "late",
)  # fmt: skip
_INSERT = f"INSERT INTO photos ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"


async def register(sender: Sender, photo_id: UUID, body: PhotoBody) -> tuple[Received, Photo | None]:
    """201 with the photo the first time. Refuses as rules.admit and rules.placed, `filed`, and as any PUT."""
    media_type = rules.admit(body.media_type, body.bytes)
    rules.placed(body.subject.kind, kinds(), body.position)
    sender.happened(body.taken_at, "taken_at")
    registering = _Registering(sender, photo_id, body, media_type)
    received = await receive_put(
        sender.person, "photo", photo_id, body, create=registering.create, state=registering.state
    )
    return received, registering.photo


@dataclass(slots=True)
class _Registering:
    sender: Sender
    photo_id: UUID
    body: PhotoBody
    media_type: str
    photo: Photo | None = None

    async def create(self) -> Entry:
        body = self.body
        await hold(body.subject.kind, body.subject.id)
        subject = await self._subject()
        made_at = body.made_at or body.taken_at
        late = rules.is_late(self.sender.put_right(made_at), subject.closed_at if subject else None)
        self.photo = self._photo(subject, late=late)
        await rows(_INSERT, *(getattr(self.photo, column) for column in _COLUMNS))
        await tell_changed(body.subject.kind, body.subject.id)
        return record(
            "photo.registered",
            chain=self.photo.chain,
            record=("photo", self.photo_id),
            by=self.sender.person.id,
            payload={**msgspec.to_builtins(body), "late": late},
            made_at=made_at,
        )

    async def state(self) -> Literal["gone", "filed", "conflict"]:
        """What other content under this id is told."""
        photo = await queries.find(self.photo_id)
        if photo is not None and photo.removed_at is not None:
            return "gone"
        subject = await self._subject()
        return "filed" if subject is not None and not subject.open else "conflict"

    async def _subject(self) -> Record | None:
        return await visible_record(self.sender.person, self.body.subject.kind, self.body.subject.id)

    def _photo(self, subject: Record | None, *, late: bool) -> Photo:
        person, body, position = self.sender.person, self.body, self.body.position
        return Photo(
            id=self.photo_id,
            township=subject.township if subject else person.township_id,
            subject_kind=body.subject.kind,
            subject_id=body.subject.id,
            taken_at=body.taken_at,
            lat=position.lat,
            lon=position.lon,
            accuracy_m=position.accuracy_m,
            position_source=position.source,
            source=body.source,
            sha256=body.sha256.lower(),
            size=body.bytes,
            media_type=self.media_type,
            created_by=person.id,
            **self.sender.stamps(body.made_at),
            late=late,
            maker_name=person.name,
            maker_unit=person.unit_name,
            maker_unit_id=person.unit_id,
        )
