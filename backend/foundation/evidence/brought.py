"""Photos a record brings along from the one it came from: whoever was told of it sees them through it alone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from backend.foundation.database.access import Statement
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import Sight, all_visible, find, find_many, photos_of
from backend.foundation.people.identity import Person
from backend.foundation.records import Record
from backend.foundation.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as somebody reaches it: `content` is the address of its bytes, `page` of what is known about it."""

    photo: Photo
    content: str
    page: str


async def photos_from(origin: Record | None) -> list[Photo]:
    """What a record has to bring along."""
    if origin is None:
        return []
    return (await photos_of(origin.kind, [origin.id], origin.township))[origin.id]


async def may_bring(person: Person, photos: Sequence[UUID]) -> None:
    """Refuse `invalid` for a photo this person may not see themselves."""
    if not await all_visible(person, photos):
        raise Refusal("invalid", fields={"photos": "没有这张照片，或你无权查看"})


async def pictures(photos: Sequence[UUID], through: str = "") -> list[Picture]:
    """Those that were brought and not taken down since. `through`: the record's address in the API, for who sees them
    through it alone."""
    there = await find_many(photos)
    found = [there[photo_id] for photo_id in photos if photo_id in there]
    return [_picture(photo, through) for photo in found if photo.removed_at is None]


async def picture(photos: Collection[UUID], photo_id: UUID) -> Sight:
    """One of them; refuses `not_found` for a photo that was not brought along, `gone` for one taken down since."""
    photo = await find(photo_id) if photo_id in photos else None
    if photo is None:
        raise Refusal("not_found")
    if photo.removed_at is not None:
        raise Refusal("gone")
    return Sight(photo, None)


def carrying(table: str, photo_id: UUID) -> Statement:
    """Those that brought the photo along: `table` holds the ids as a JSON list in `photos`."""
    return (
        f"SELECT c.id FROM {table} c JOIN photos p ON p.township = c.township WHERE p.id = ? AND CAST(c.photos AS TEXT) LIKE ?",
        [photo_id, f"%{photo_id}%"],
    )


def _picture(photo: Photo, through: str) -> Picture:
    if not through:
        return Picture(photo, f"/api/v1/photos/{photo.id}/content", f"/photos/{photo.id}")
    content = f"{through}/photos/{photo.id}/content"
    return Picture(photo, content, f"{content}?variant=display")
