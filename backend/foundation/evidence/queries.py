"""Photos, always from what this person may see: whoever sees the subject sees its photos."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from backend.foundation.database import look_up, rows
from backend.foundation.evidence.photo import Photo
from backend.foundation.people.identity import Person
from backend.foundation.records import Record, visible_record, visible_records
from backend.foundation.refusals import Refusal

_PHOTO = (
    "SELECT p.*, o.name AS maker_name, u.name AS maker_unit, o.unit AS maker_unit_id, "
    "(SELECT r.boxes FROM redactions r WHERE r.photo = p.id ORDER BY r.drawn_at DESC, r.id DESC LIMIT 1) AS drawn "
    "FROM photos p JOIN officers o ON o.id = p.created_by JOIN units u ON u.id = o.unit "
)


@dataclass(frozen=True, slots=True)
class Sight:
    """A photo this person may see, with the record it belongs to (None while that has not arrived)."""

    photo: Photo
    subject: Record | None


async def visible(person: Person, photo_id: UUID) -> Sight:
    """The photo with its subject; refuses `not_found` to a stranger and `gone` once it was taken down."""
    sight = await seen_or_removed(person, photo_id)
    _refuse_gone(sight.photo)
    return sight


async def seen_or_removed(person: Person, photo_id: UUID) -> Sight:
    """The same for an act that may come twice: a photo that was taken down is still found."""
    found = await find(photo_id)
    subject = await visible_record(person, found.subject_kind, found.subject_id) if found else None
    if found is None or not (found.created_by == person.id or _belongs(found, subject)):
        raise Refusal("not_found")
    return Sight(found, subject)


async def all_visible(person: Person, photo_ids: Collection[UUID]) -> bool:
    """Whether `visible` would show each of them, asked for together."""
    found = await find_many(photo_ids)
    others = [photo for photo in found.values() if photo.created_by != person.id]
    subjects = {
        (record.kind, record.id): record
        for record in await visible_records(person, [(each.subject_kind, each.subject_id) for each in others])
    }
    return (
        found.keys() == set(photo_ids)
        and all(photo.removed_at is None for photo in found.values())
        and all(_belongs(each, subjects.get((each.subject_kind, each.subject_id))) for each in others)
    )


async def own(person: Person, photo_id: UUID) -> Photo:
    """The person's own photo; refuses `not_found` for what they may not see, `not_allowed` for others' photos."""
    found = await find(photo_id)
    if found is None or found.created_by != person.id:
        await visible(person, photo_id)
        raise Refusal("not_allowed", "只有拍照的人能传这张照片的内容")
    _refuse_gone(found)
    return found


async def find(photo_id: UUID) -> Photo | None:
    """The photo whoever asks; for commands that have checked."""
    found = await look_up(f"{_PHOTO}WHERE p.id = ?", photo_id)
    return Photo.of(found) if found else None


async def find_many(photo_ids: Collection[UUID]) -> dict[UUID, Photo]:
    """Those of them that are there, whoever asks."""
    if not photo_ids:
        return {}
    marks = ", ".join("?" * len(photo_ids))
    found = await rows(f"{_PHOTO}WHERE p.id IN ({marks})", *photo_ids)
    return {photo.id: photo for photo in map(Photo.of, found)}


async def photos_of(kind: str, subjects: Sequence[UUID], township: UUID | None) -> dict[UUID, list[Photo]]:
    """The photos of records whose visibility the caller has checked, by record, oldest first."""
    by_subject: dict[UUID, list[Photo]] = {subject: [] for subject in subjects}
    if not subjects:
        return by_subject
    marks = ", ".join("?" * len(subjects))
    found = await rows(
        f"{_PHOTO}WHERE p.subject_id IN ({marks}) AND p.subject_kind = ? AND p.removed_at IS NULL "
        "ORDER BY p.taken_at, p.id",
        *subjects,
        kind,
    )
    for photo in map(Photo.of, found):
        if photo.township == township:
            by_subject[photo.subject_id].append(photo)
    return by_subject


async def undeveloped() -> list[Photo]:
    """Those whose content is here and whose copies are not, oldest first."""
    found = await rows(
        f"{_PHOTO}WHERE p.renditions = 'waiting' AND p.content_at IS NOT NULL ORDER BY p.received_at"
    )
    return [Photo.of(photo) for photo in found]


def _refuse_gone(photo: Photo) -> None:
    if photo.removed_at is not None:
        raise Refusal("gone")


def _belongs(photo: Photo, subject: Record | None) -> bool:
    """A photo hung on a record from outside its township is no part of it."""
    return subject is not None and subject.photos_seen and photo.township == subject.township
