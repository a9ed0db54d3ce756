"""Registering photos, taking their bytes in, covering parts of them, taking them down."""

from datetime import datetime
from uuid import UUID, uuid4

import msgspec

from backend.foundation.database import row
from backend.foundation.evidence import queries, rules
from backend.foundation.evidence.queries import Photo, Sight
from backend.foundation.evidence.redaction import Box, checked
from backend.foundation.evidence.tables import Photo as PhotoRow
from backend.foundation.evidence.tables import Redaction
from backend.foundation.evidence.wire import PhotoBody, RedactionBody, RemovalBody
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Device, Received, receive_act, receive_put
from backend.foundation.people.identity import Person
from backend.foundation.records import Record, kinds, tell_changed, visible_record
from backend.foundation.refusals import Refusal


async def register(person: Person, photo_id: UUID, body: PhotoBody, device: Device, at: datetime) -> Received:
    """Note that a photo was taken; its bytes follow. Refuses as rules.admit, `invalid`, `filed` and as any PUT."""
    media_type = rules.admit(body.media_type, body.bytes)
    _check(body)

    async def create() -> Entry:
        subject = await visible_record(person, body.subject.kind, body.subject.id)
        made_at = body.made_at or body.taken_at
        late = rules.is_late(made_at, device.offset_s, subject.closed_at if subject else None)
        await _insert(
            person, photo_id, body, media_type=media_type, device=device, subject=subject, at=at, late=late
        )
        await tell_changed(body.subject.kind, body.subject.id)
        return record(
            "photo.registered",
            chain=(subject.township if subject else None) or person.chain,
            record=("photo", photo_id),
            by=person.id,
            payload={**msgspec.to_builtins(body), "late": late},
            made_at=made_at,
        )

    async def state() -> str:
        photo = await queries.find(photo_id)
        if photo is None:
            return "conflict"
        if photo.removed_at is not None:
            return "gone"
        subject = await visible_record(person, photo.subject_kind, photo.subject_id)
        return "filed" if subject is not None and not subject.open else "conflict"

    return await receive_put(person, "photo", photo_id, body, create=create, state=state)


async def redact(
    person: Person, photo: Photo, body: RedactionBody, at: datetime, key: UUID | None
) -> Received:
    """Replace the set of boxes; the same set again changes nothing. Refuses `redaction_outside`."""
    boxes = checked(body.boxes)

    async def act() -> Entry | None:
        if await queries.boxes_of(photo.id) == boxes:
            return None
        await _insert_redaction(person, photo, boxes, at)
        return record(
            "photo.redacted",
            chain=photo.chain,
            record=("photo", photo.id),
            by=person.id,
            payload={"boxes": msgspec.to_builtins(boxes)},
        )

    return await receive_act(person, ("photo", photo.id), act, content=body, noun="redactions", key=key)


async def remove(person: Person, sight: Sight, body: RemovalBody, at: datetime, key: UUID | None) -> Received:
    """Take a photo down from an open record: it is shown no more; its bytes and its history stay."""
    photo = sight.photo
    if photo.created_by != person.id:
        raise Refusal("not_allowed", "只有拍照的人能撤下这张照片")
    if sight.subject is not None and not sight.subject.open:
        raise Refusal("filed")

    async def act() -> Entry | None:
        removed = await row(
            "UPDATE photos SET removed_at = ?, version = version + 1 WHERE id = ? AND removed_at IS NULL RETURNING id",
            at,
            photo.id,
        )
        if removed is None:
            return None
        await tell_changed(photo.subject_kind, photo.subject_id)
        return record(
            "photo.removed",
            chain=photo.chain,
            record=("photo", photo.id),
            by=person.id,
            payload={"note": body.note},
        )

    return await receive_act(person, ("photo", photo.id), act, content=body, noun="removal", key=key)


def _check(body: PhotoBody) -> None:
    if body.subject.kind not in kinds():
        raise Refusal("invalid", fields={"subject.kind": "没有这种记录"})
    position = body.position
    known = position.lat is not None and position.lon is not None
    if known == (position.source == "none") or (position.lat is None) != (position.lon is None):
        raise Refusal("invalid", fields={"position": "有来源就要有经纬度，没有定位写 none"})


async def _insert(
    person: Person,
    photo_id: UUID,
    body: PhotoBody,
    *,
    media_type: str,
    device: Device,
    subject: Record | None,
    at: datetime,
    late: bool,
) -> None:
    await PhotoRow.insert(
        PhotoRow(
            id=photo_id,
            township=subject.township if subject else person.township_id,
            subject_kind=body.subject.kind,
            subject_id=body.subject.id,
            taken_at=body.taken_at,
            lat=body.position.lat,
            lon=body.position.lon,
            accuracy_m=body.position.accuracy_m,
            position_source=body.position.source,
            source=body.source,
            sha256=body.sha256.lower(),
            size=body.bytes,
            media_type=media_type,
            created_by=person.id,
            device=device.id,
            made_at=body.made_at,
            received_at=at,
            clock_offset_s=device.offset_s,
            late=late,
        )
    )


async def _insert_redaction(person: Person, photo: Photo, boxes: list[Box], at: datetime) -> None:
    drawn = msgspec.json.encode(boxes).decode()
    await Redaction.insert(
        Redaction(id=uuid4(), photo=photo.id, boxes=drawn, drawn_by=person.id, drawn_at=at)
    )
