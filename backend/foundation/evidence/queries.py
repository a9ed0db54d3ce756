"""Photos, always from what this person may see: whoever sees the subject sees its photos."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.foundation.database import row, rows
from backend.foundation.evidence.corroboration import Corroboration, Exif, Place, corroborate
from backend.foundation.evidence.redaction import Box
from backend.foundation.people.identity import Person
from backend.foundation.records import Record, visible_record
from backend.foundation.refusals import Refusal

_PHOTO = (
    "SELECT p.*, o.name AS maker_name, u.name AS maker_unit, o.unit AS maker_unit_id FROM photos p "
    "JOIN officers o ON o.id = p.created_by JOIN units u ON u.id = o.unit "
)


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as registered, with who made it. `exif` and the size are known once it was developed."""

    id: UUID
    township: UUID | None
    subject_kind: str
    subject_id: UUID
    taken_at: datetime
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    position_source: str
    source: str
    sha256: str
    size: int
    media_type: str
    created_by: UUID
    received_at: datetime
    clock_offset_s: float | None
    content_at: datetime | None
    exif: str | None
    corroboration: str
    renditions: str
    rendition_failure: str
    width: int | None
    height: int | None
    late: bool
    removed_at: datetime | None
    version: int
    maker_name: str
    maker_unit: str
    maker_unit_id: UUID

    @property
    def chain(self) -> UUID:
        """The journal chain its events belong to."""
        return self.township or self.maker_unit_id

    @property
    def place(self) -> Place | None:
        """Latitude and longitude, where the position is known."""
        return (self.lat, self.lon) if self.lat is not None and self.lon is not None else None

    @property
    def camera_says(self) -> Exif:
        """What the file itself says; nothing before it was developed."""
        return msgspec.json.decode(self.exif, type=Exif) if self.exif else Exif()

    @property
    def trailing(self) -> int:
        """Bytes behind the end of the picture."""
        return int(msgspec.json.decode(self.exif).get("trailing", 0)) if self.exif else 0

    def verdict(self) -> Corroboration:
        """Record and file held against each other."""
        return corroborate(self.camera_says, self.taken_at, self.place)


@dataclass(frozen=True, slots=True)
class Sight:
    """A photo this person may see, with the record it belongs to (None while that has not arrived)."""

    photo: Photo
    subject: Record | None


async def visible(person: Person, photo_id: UUID) -> Sight:
    """The photo with its subject; refuses `not_found` to a stranger and `gone` once it was taken down."""
    sight = await seen_or_removed(person, photo_id)
    if sight.photo.removed_at is not None:
        raise Refusal("gone")
    return sight


async def seen_or_removed(person: Person, photo_id: UUID) -> Sight:
    """The same for an act that may come twice: a photo that was taken down is still found."""
    found = await find(photo_id)
    subject = await visible_record(person, found.subject_kind, found.subject_id) if found else None
    if found is None or not (found.created_by == person.id or _belongs(found, subject)):
        raise Refusal("not_found")
    return Sight(found, subject)


async def own(person: Person, photo_id: UUID) -> Photo:
    """The person's own photo; refuses `not_found` for what they may not see, `not_allowed` for others' photos."""
    photo = (await visible(person, photo_id)).photo
    if photo.created_by != person.id:
        raise Refusal("not_allowed", "只有拍照的人能传这张照片的内容")
    return photo


async def find(photo_id: UUID) -> Photo | None:
    """The photo whoever asks; for commands that have checked."""
    found = await row(f"{_PHOTO}WHERE p.id = ?", photo_id)
    return _photo(found) if found else None


async def photos_of(kind: str, subjects: Sequence[UUID], township: UUID | None) -> dict[UUID, list[Photo]]:
    """The photos of records whose visibility the caller has checked, by record, oldest first."""
    if not subjects:
        return {}
    marks = ", ".join("?" * len(subjects))
    found = await rows(
        f"{_PHOTO}WHERE p.subject_id IN ({marks}) AND p.subject_kind = ? AND p.removed_at IS NULL "
        "ORDER BY p.taken_at, p.id",
        *subjects,
        kind,
    )
    by_subject: dict[UUID, list[Photo]] = {subject: [] for subject in subjects}
    for photo in map(_photo, found):
        if photo.township == township:
            by_subject[photo.subject_id].append(photo)
    return by_subject


async def boxes_of(photo_id: UUID) -> list[Box]:
    """The newest set of redaction boxes; empty where nothing is covered."""
    newest = await row(
        "SELECT boxes FROM redactions WHERE photo = ? ORDER BY drawn_at DESC, id DESC LIMIT 1", photo_id
    )
    return msgspec.json.decode(newest["boxes"], type=list[Box]) if newest else []


async def undeveloped() -> list[UUID]:
    """Photos whose content is here and whose copies are not, oldest first."""
    found = await rows(
        "SELECT id FROM photos WHERE renditions = 'waiting' AND content_at IS NOT NULL ORDER BY received_at"
    )
    return [photo["id"] for photo in found]


def _belongs(photo: Photo, subject: Record | None) -> bool:
    """A photo hung on a record from outside its township is no part of it."""
    return subject is not None and photo.township == subject.township


_FIELDS = Photo.__slots__


def _photo(found: dict[str, Any]) -> Photo:
    return Photo(**{name: found[name] for name in _FIELDS})
