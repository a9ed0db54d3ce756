"""The photos of a notification: those taken for it, and those it brought along from the record it came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from backend.casework.hazards.queries.visible import Named
from backend.casework.hazards.rules.access import Side
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import Sight, all_visible, find, find_many, photos_of
from backend.foundation.people.identity import Person
from backend.foundation.records import Record
from backend.foundation.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as this side reaches it: `content` is the address of its bytes, `page` of what is known about it."""

    photo: Photo
    content: str
    page: str


async def hung_on(named: Named) -> list[Photo]:
    """Photos taken for the notification itself, oldest first."""
    hazard = named.hazard
    return (await photos_of("hazard", [hazard.id], hazard.township))[hazard.id]


async def brought(named: Named, side: Side) -> list[Picture]:
    """Photos of the record it came from: whoever was told sees them through the notification, not the record."""
    there = await find_many(named.hazard.brought)
    found = [there[photo_id] for photo_id in named.hazard.brought if photo_id in there]
    return [_picture(named.hazard.id, photo, side) for photo in found if photo.removed_at is None]


async def brought_one(named: Named, photo_id: UUID) -> Sight:
    """One of them; refuses `not_found` for a photo that was not brought along, `gone` for one taken down since."""
    photo = await find(photo_id) if photo_id in named.hazard.brought else None
    if photo is None:
        raise Refusal("not_found")
    if photo.removed_at is not None:
        raise Refusal("gone")
    return Sight(photo, None)


async def photos_from(origin: Record | None) -> list[Photo]:
    """What a record has to bring along."""
    if origin is None:
        return []
    return (await photos_of(origin.kind, [origin.id], origin.township))[origin.id]


async def may_bring(person: Person, photos: Sequence[UUID]) -> None:
    """Refuse `invalid` for a photo this person may not see themselves."""
    if not await all_visible(person, photos):
        raise Refusal("invalid", fields={"photos": "没有这张照片，或你无权查看"})


def _picture(hazard_id: UUID, photo: Photo, side: Side) -> Picture:
    if side == "sender":
        return Picture(photo, f"/api/v1/photos/{photo.id}/content", f"/photos/{photo.id}")
    content = f"/api/v1/hazards/{hazard_id}/photos/{photo.id}/content"
    return Picture(photo, content, f"{content}?variant=display")
