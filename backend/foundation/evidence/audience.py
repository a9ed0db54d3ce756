"""Who hears that something happened to a photo: who took it, and whoever sees its subject and what hangs on it."""

from uuid import UUID

from backend.foundation.database import row
from backend.foundation.records import Circle, NamedRecord, audience_of_photos, carrying
from backend.foundation.records.audience import Audience, person

_PHOTO = "SELECT subject_kind, subject_id, created_by, version FROM photos WHERE id = ?"


async def audience(photo_id: UUID) -> Audience | None:
    """None for a photo that is not there."""
    found = await row(_PHOTO, photo_id)
    if found is None:
        return None
    around = await audience_of_photos(found["subject_kind"], found["subject_id"])
    return Audience(
        found["version"], (around.tokens if around else frozenset()) | {person(found["created_by"])}
    )


async def subject(photo_id: UUID) -> NamedRecord | None:
    """The record it hangs on."""
    found = await row(_PHOTO, photo_id)
    return (found["subject_kind"], found["subject_id"]) if found else None


PHOTOS = Circle(audience, reading="photo.read", within=subject, shown_on=carrying)
