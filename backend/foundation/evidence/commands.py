"""Covering parts of a photo, and taking one down."""

from uuid import UUID, uuid4

import msgspec

from backend.foundation.database import locking, row, rows
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import Sight, find
from backend.foundation.evidence.redaction import Box, checked
from backend.foundation.evidence.tables import Redaction
from backend.foundation.evidence.wire import RedactionBody, RemovalBody
from backend.foundation.journal import Entry, record
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.records import tell_changed, visible_record
from backend.foundation.refusals import Refusal


async def redact(sender: Sender, photo: Photo, body: RedactionBody) -> Received:
    """Replace the set of boxes; the same set again changes nothing. Refuses `redaction_outside`."""
    boxes = checked(body.boxes)

    async def act() -> Entry | None:
        if (await _locked(photo.id)).boxes == boxes:
            return None
        await rows("UPDATE photos SET version = version + 1 WHERE id = ?", photo.id)
        await _insert(sender, photo.id, boxes)
        return _noted("photo.redacted", sender, photo, {"boxes": msgspec.to_builtins(boxes)})

    return await receive_act(
        sender.person, ("photo", photo.id), act, content=body, noun="redactions", key=sender.key
    )


async def remove(sender: Sender, sight: Sight, body: RemovalBody) -> Received:
    """Take a photo down from an open record: it is shown no more; its bytes and its history stay.

    Refuses `not_allowed` to others than who took it, `filed` once the record is closed.
    """
    photo = sight.photo
    if photo.created_by != sender.person.id:
        raise Refusal("not_allowed", "只有拍照的人能撤下这张照片")
    if sight.subject is not None and not sight.subject.open:
        raise Refusal("filed")

    async def act() -> Entry | None:
        removed = await row(
            "UPDATE photos SET removed_at = ?, version = version + 1 WHERE id = ? AND removed_at IS NULL RETURNING id",
            sender.at,
            photo.id,
        )
        if removed is None:
            return None
        await tell_changed(photo.subject_kind, photo.subject_id)
        # The recount holds the subject's row: whoever filed meanwhile has done so by now.
        subject = await visible_record(sender.person, photo.subject_kind, photo.subject_id)
        if subject is not None and not subject.open:
            raise Refusal("filed")
        return _noted("photo.removed", sender, photo, {"note": body.note})

    return await receive_act(
        sender.person, ("photo", photo.id), act, content=body, noun="removal", key=sender.key
    )


def _noted(kind: str, sender: Sender, photo: Photo, payload: dict[str, object]) -> Entry:
    return record(kind, chain=photo.chain, record=("photo", photo.id), by=sender.person.id, payload=payload)


async def _locked(photo_id: UUID) -> Photo:
    """The photo as it stands once nobody else draws on it; refuses `gone` for one taken down meanwhile."""
    await rows(f"SELECT id FROM photos WHERE id = ?{locking('photos')}", photo_id)
    found = await find(photo_id)
    if found is None or found.removed_at is not None:
        raise Refusal("gone")
    return found


async def _insert(sender: Sender, photo_id: UUID, boxes: list[Box]) -> None:
    drawn = msgspec.json.encode(boxes).decode()
    by, at = sender.person.id, sender.at
    await Redaction.insert(Redaction(id=uuid4(), photo=photo_id, boxes=drawn, drawn_by=by, drawn_at=at))
